import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { AffectedFiles, RunPaths } from '../../../protocol/results';

interface FilePair {
  readonly input: string;
  readonly output: string;
  readonly patient: string;
}

/**
 * Which files belong to an instance: outputs are named by their new SOP Instance UID, and `files.csv` of the run says
 * which input each was made from. A folder of other origin is searched by name. Read when first asked.
 */
export class FileIndex {
  #pairs: readonly FilePair[] | undefined;
  #byName: Map<string, FilePair> | undefined;

  constructor(private readonly paths: RunPaths) {}

  /** Absolute paths of the files of an instance (a UID, or the path of an output relative to the output folder). */
  find(instance: string): { before?: string; after?: string } {
    const pair = this.#names().get(instance) ?? this.#names().get(stem(instance));
    const { input, output } = this.paths;
    if (!pair) return {};
    return {
      ...(input !== undefined && pair.input !== '' && { before: existing(resolve(input, pair.input)) }),
      ...(output !== undefined && { after: existing(resolve(output, pair.output)) }),
    };
  }

  /** All files of the patients that the instances belong to: what is known of a patient is gathered over all files. */
  affected(instances: ReadonlySet<string>): AffectedFiles {
    const patients = new Set<string>();
    for (const instance of instances) {
      const pair = this.#names().get(instance) ?? this.#names().get(stem(instance));
      if (pair) patients.add(pair.patient);
    }
    const known = this.#list().filter(pair => pair.input !== '');
    const again = known.filter(pair => patients.has(pair.patient));
    return {
      inputs: again.map(pair => pair.input),
      outputs: again.map(pair => pair.output),
      keptOutputs: known.filter(pair => !patients.has(pair.patient)).map(pair => pair.output),
    };
  }

  #list(): readonly FilePair[] {
    return (this.#pairs ??= this.#read());
  }

  #names(): Map<string, FilePair> {
    return (this.#byName ??= new Map(
      this.#list().flatMap(pair => [
        [stem(pair.output), pair],
        [pair.output, pair],
      ]),
    ));
  }

  #read(): FilePair[] {
    const { runFolder, output } = this.paths;
    const table = runFolder === undefined ? '' : join(runFolder, 'files.csv');
    if (table !== '' && existsSync(table)) {
      const records = parse(readFileSync(table), { columns: true }) as Record<string, string>[];
      return records.map(({ file = '', output: made = '', patient = '' }) => ({ input: file, output: made, patient }));
    }
    if (output === undefined || !existsSync(output)) return [];
    return readdirSync(output, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => ({ input: '', output: relative(output, join(entry.parentPath, entry.name)), patient: '' }));
  }
}

function stem(path: string): string {
  return (path.split(/[/\\]/).pop() ?? '').replace(/\.dcm$/i, '');
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}
