import type { JobEvent } from '../protocol/jobs';
import { indexFilesIn, readHeaderIndex, type IndexFacts, type IndexLine } from './headerIndex';
import { mergeContextTexts } from './indexing';
import type { Ledger } from './ledger';
import { inShard, inShare, type Shard } from './shard';

const AT_ONCE = 5000;

/**
 * Fills the ledger of a run, or of its part, from an index instead of from the input folder: the files of its patients, what
 * all shares know of them, and its share of the files that are nobody's. What a run before took is not taken again.
 * @throws RunError if the index is not whole or was made with another input, profile or key.
 */
export async function takeIndex(
  ledger: Ledger,
  folder: string,
  facts: IndexFacts,
  shard: Shard | undefined,
  onEvent: (event: JobEvent) => void,
): Promise<void> {
  if (ledger.meta('discovered') === 'yes') return;
  const mine = (patient: string): boolean => inShard(patient, shard);
  let waiting: IndexLine[] = [];
  let files = 0;
  const flush = (): void => {
    ledger.transaction(() => {
      for (const line of waiting) {
        if (line.kind === 'file') {
          const { row } = line;
          if (row.patient === undefined && shard && !inShare(row.path, shard)) continue;
          ledger.takeFile(row);
          files++;
        } else {
          const before = ledger.patientContext(line.patient);
          ledger.setPatientContext(
            line.patient,
            before === undefined ? line.context : mergeContextTexts(before, line.context),
          );
        }
      }
    });
    waiting = [];
    onEvent({ type: 'progress', phase: 'take-index', done: files, bytes: 0 });
  };
  for (const path of indexFilesIn(folder)) {
    for await (const line of readHeaderIndex(path, facts, mine)) {
      waiting.push(line);
      if (waiting.length >= AT_ONCE) flush();
    }
  }
  flush();
  ledger.transaction(() => ledger.setMeta('discovered', 'yes'));
}
