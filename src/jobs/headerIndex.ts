import { closeSync, createReadStream, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FileState } from './ledger';
import { RunError } from './runError';
import { shardText, type Shard } from './shard';

/** What an index was made with, and what a run must have in common with it. */
export interface IndexFacts {
  readonly input: string;
  /** Hash of the profile: what is learnt from headers depends on it. */
  readonly profile: string;
  /** Fingerprint of the pseudonym key. */
  readonly key: string;
}

/** A file as an index knows it: looked into (`indexed`), or final already. */
export interface IndexRow {
  readonly path: string;
  readonly size: number;
  readonly state: Exclude<FileState, 'found' | 'written'>;
  readonly code?: string;
  readonly message?: string;
  /** Keyed hashes, as in the ledger. */
  readonly patient?: string;
  readonly series?: string;
  readonly instance?: string;
}

/** One line of an index. Lines begin with the patient, so that who looks for some patients need not read the others. */
export type IndexLine =
  | { readonly kind: 'file'; readonly row: IndexRow }
  /** Serialised patient context: what the files of this share say of a patient. */
  | { readonly kind: 'context'; readonly patient: string; readonly context: string };

const NAME = /^(\d+)-of-(\d+)\.index\.jsonl$/;
const FORMAT = 1;
const NOBODY = '-';
const CHUNK = 1 << 16;

function fileName({ index, count }: Shard): string {
  return `${index + 1}-of-${count}.index.jsonl`;
}

/** Writes the index of one share. It appears under its name when it is whole; `abandon` leaves nothing. */
export class HeaderIndexWriter {
  private readonly path: string;
  private readonly partial: string;
  private readonly fd: number;
  private waiting = '';
  private files = 0;

  constructor(folder: string, share: Shard, facts: IndexFacts) {
    this.path = join(folder, fileName(share));
    this.partial = `${this.path}.part`;
    // Only for its owner: it holds identifiers learnt from headers.
    this.fd = openSync(this.partial, 'w', 0o600);
    this.line(JSON.stringify({ format: FORMAT, share: shardText(share), ...facts }));
  }

  file(row: IndexRow): void {
    this.files++;
    this.line(`${row.patient ?? NOBODY} ${JSON.stringify(row)}`);
  }

  context(patient: string, context: string): void {
    this.line(`${patient} ${JSON.stringify(context)}`);
  }

  finish(): string {
    this.line(JSON.stringify({ files: this.files }));
    this.flush();
    closeSync(this.fd);
    renameSync(this.partial, this.path);
    return this.path;
  }

  abandon(): void {
    closeSync(this.fd);
    rmSync(this.partial, { force: true });
  }

  private line(text: string): void {
    this.waiting += `${text}\n`;
    if (this.waiting.length > CHUNK) this.flush();
  }

  private flush(): void {
    writeSync(this.fd, this.waiting);
    this.waiting = '';
  }
}

/**
 * Paths of the indexes of all shares in a folder.
 * @throws RunError if there is none, one is missing, or they are shares of different splits.
 */
export function indexFilesIn(folder: string): string[] {
  const found = listOf(folder).flatMap(name => {
    const match = NAME.exec(name);
    return match ? [{ name, number: Number(match[1]), count: Number(match[2]) }] : [];
  });
  const count = found[0]?.count;
  if (count === undefined)
    throw new RunError(`The folder ${folder} holds no index; make one with deidbench index ... --into ${folder}.`);
  if (found.some(file => file.count !== count))
    throw new RunError(`The folder ${folder} holds shares of different splits; delete those that are not wanted.`);
  const have = new Set(found.map(file => file.number));
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(number => !have.has(number));
  if (missing.length > 0)
    throw new RunError(
      `The index in ${folder} lacks share ${missing
        .slice(0, 5)
        .map(number => `${number}/${count}`)
        .join(
          ', ',
        )}${missing.length > 5 ? ' ...' : ''}; run deidbench index for it, then start again with --resume-if-started.`,
    );
  return found.sort((a, b) => a.number - b.number).map(file => join(folder, file.name));
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new RunError(`The index folder ${folder} cannot be read; name the folder given to deidbench index --into.`);
  }
}

/**
 * Lines of an index about the patients wanted, and about files without a patient.
 * @throws RunError if it was made with other facts, is cut off, or is no index.
 */
export async function* readHeaderIndex(
  path: string,
  facts: IndexFacts,
  wanted: (patient: string) => boolean,
): AsyncGenerator<IndexLine> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let first = true;
  let files = 0;
  let whole = false;
  try {
    for await (const line of lines) {
      if (first) {
        checkFacts(path, line, facts);
        first = false;
      } else if (line.startsWith('{')) {
        whole = (JSON.parse(line) as { files: number }).files === files;
      } else {
        const space = line.indexOf(' ');
        const patient = line.slice(0, space);
        const isContext = line[space + 1] === '"';
        if (!isContext) files++;
        if (patient !== NOBODY && !wanted(patient)) continue;
        const text = line.slice(space + 1);
        if (isContext) yield { kind: 'context', patient, context: JSON.parse(text) as string };
        else yield { kind: 'file', row: JSON.parse(text) as IndexRow };
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new RunError(broken(path));
    throw error;
  } finally {
    lines.close();
  }
  if (!whole) throw new RunError(broken(path));
}

function broken(path: string): string {
  return `The index ${path} is damaged or cut off; delete it, run deidbench index for this share again, then start again with --resume-if-started.`;
}

const WHAT: Readonly<Record<keyof IndexFacts, string>> = {
  input: 'input folder',
  profile: 'profile',
  key: 'pseudonym key',
};

function checkFacts(path: string, line: string, facts: IndexFacts): void {
  const header = JSON.parse(line) as Partial<IndexFacts> & { readonly format?: number };
  if (header.format !== FORMAT) throw new RunError(broken(path));
  for (const name of ['input', 'profile', 'key'] as const)
    if (header[name] !== facts[name])
      throw new RunError(`The index ${path} was made with another ${WHAT[name]}; make a new one with deidbench index.`);
}
