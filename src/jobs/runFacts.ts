import type { ResolvedProfile } from '../profile/model';
import { keyFingerprint } from './key';
import type { Ledger } from './ledger';
import { RunError } from './runError';
import type { RunFolders } from './folders';
import { shardText, type Shard } from './shard';

const WHAT: Readonly<Record<string, string>> = {
  input: 'input folder',
  output: 'output folder',
  profile: 'profile',
  key: 'pseudonym key',
  shard: 'shard',
};

/** Ties the ledger to what decides the output, so that a resumed run cannot silently mix two keys or two profiles. */
export function bindRun(
  ledger: Ledger,
  folders: RunFolders,
  { profile, shard }: { readonly profile: ResolvedProfile; readonly shard?: Shard },
  key: Uint8Array,
): void {
  const facts: Readonly<Record<string, string>> = {
    input: folders.input,
    output: folders.output,
    profile: profile.hash,
    key: keyFingerprint(key),
    shard: shard ? shardText(shard) : 'all',
  };
  ledger.transaction(() => {
    for (const [name, value] of Object.entries(facts)) {
      const before = ledger.meta(name);
      if (before !== undefined && before !== value) {
        throw new RunError(
          `The run in ${folders.run} was started with another ${WHAT[name]}; start a new run instead of resuming it.`,
        );
      }
      ledger.setMeta(name, value);
    }
    ledger.setMeta('profileName', profile.name);
    ledger.setMeta('standard', profile.standard);
  });
}
