/** What a user's private tag knowledge base says of a private attribute. */
export type PrivateDisposition = 'keep' | 'remove' | 'uid' | 'shiftDate' | 'shiftIntegerDate';

/** One step of a signature: a tag, or a private attribute by creator. */
export type SignatureStep =
  { readonly tag: number } | { readonly group: number; readonly creator: string; readonly element: number };

/** Why a row of the file was not used; the row is counted from 1, the header included. */
export interface KnowledgeBaseProblem {
  readonly row: number;
  readonly message: string;
}

/** The text is not a knowledge base of private attributes; the message says what is missing, for users. */
export class KnowledgeBaseError extends Error {
  override readonly name = 'KnowledgeBaseError';
}

/**
 * Look-up of private attributes in a table the user supplies, with the columns `element_sig_pattern` and
 * `private_disposition` (k keep, d delete, h hash UID, o offset date, oi offset integer date).
 */
export class KnowledgeBase {
  private constructor(
    private readonly byPath: ReadonlyMap<string, PrivateDisposition>,
    readonly problems: readonly KnowledgeBaseProblem[],
  ) {}

  /** Number of signatures. */
  get size(): number {
    return this.byPath.size;
  }

  /**
   * Reads the CSV text. Tolerates a byte order mark, quotes that were doubled or never closed, upper and lower case,
   * padding and comments in further columns; what still makes no sense is listed in `problems` and decides nothing.
   * @throws KnowledgeBaseError if the two columns are not there.
   */
  static parse(text: string): KnowledgeBase {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
    const header = splitLoosely(lines[0] ?? '').map(cell => unquote(cell).toLowerCase());
    const pattern = header.indexOf('element_sig_pattern');
    const disposition = header.indexOf('private_disposition');
    if (pattern < 0 || disposition < 0) {
      throw new KnowledgeBaseError(
        'The private tag knowledge base needs the columns element_sig_pattern and private_disposition in its first line.',
      );
    }
    const byPath = new Map<string, PrivateDisposition>();
    const problems: KnowledgeBaseProblem[] = [];
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i]!;
      if (line.trim() === '') continue;
      const cells = splitLoosely(line);
      const steps = parseSignature(cells[pattern] ?? '');
      const action = DISPOSITIONS[unquote(cells[disposition] ?? '').toLowerCase()];
      if (!steps) problems.push({ row: i + 1, message: 'The signature is not of the form (gggg,"CREATOR",ee).' });
      else if (!action) problems.push({ row: i + 1, message: 'The disposition is none of k, d, h, o, oi.' });
      else if (!byPath.has(keyOf(steps))) byPath.set(keyOf(steps), action);
    }
    return new KnowledgeBase(byPath, problems);
  }

  /**
   * The disposition for a private attribute in the sequences `path`; a signature written for just that place wins over
   * one for the attribute alone.
   */
  find(path: readonly SignatureStep[], attribute: SignatureStep): PrivateDisposition | undefined {
    return (
      (path.length > 0 ? this.byPath.get(keyOf([...path, attribute])) : undefined) ??
      this.byPath.get(keyOf([attribute]))
    );
  }
}

const DISPOSITIONS: Readonly<Record<string, PrivateDisposition>> = {
  k: 'keep',
  keep: 'keep',
  d: 'remove',
  delete: 'remove',
  x: 'remove',
  remove: 'remove',
  h: 'uid',
  hash: 'uid',
  hashuid: 'uid',
  o: 'shiftDate',
  offset: 'shiftDate',
  offsetdate: 'shiftDate',
  oi: 'shiftIntegerDate',
  offsetintegerdate: 'shiftIntegerDate',
};

const PRIVATE_STEP = /^\(\s*([0-9a-f]{4})\s*,\s*"+([^"]*)"+\s*,\s*(?:xx)?([0-9a-f]{2})\s*\)/i;
const UNQUOTED_STEP = /^\(\s*([0-9a-f]{4})\s*,\s*"*([^",]*[^",\s][^",]*)"*\s*,\s*(?:xx)?([0-9a-f]{2})\s*\)/i;
const PLAIN_STEP = /^\(\s*([0-9a-f]{4})\s*,\s*([0-9a-f]{4})\s*\)/i;
const ITEM = /^\s*\[\s*<[^>]*>\s*\]\s*/;

function parseSignature(cell: string): SignatureStep[] | undefined {
  let rest = cell.trim();
  const from = rest.indexOf('(');
  if (from < 0) return undefined;
  rest = rest.slice(from);
  const steps: SignatureStep[] = [];
  for (;;) {
    const plain = PLAIN_STEP.exec(rest);
    const own = plain ? null : (PRIVATE_STEP.exec(rest) ?? UNQUOTED_STEP.exec(rest));
    if (plain) steps.push({ tag: parseInt(plain[1]! + plain[2]!, 16) });
    else if (own) {
      steps.push({ group: parseInt(own[1]!, 16), creator: own[2]!.trim(), element: parseInt(own[3]!, 16) });
    } else return undefined;
    rest = rest.slice((plain ?? own)![0].length);
    const item = ITEM.exec(rest);
    if (!item) break;
    rest = rest.slice(item[0].length);
  }
  return /^["\s]*$/.test(rest) ? steps : undefined;
}

function keyOf(steps: readonly SignatureStep[]): string {
  return steps
    .map(s => ('tag' in s ? s.tag.toString(16) : `${s.group.toString(16)}|${s.creator.toUpperCase()}|${s.element}`))
    .join('/');
}

function unquote(cell: string): string {
  return cell
    .trim()
    .replace(/^"+|"+$/g, '')
    .trim();
}

/**
 * Cells of one line. Commas inside brackets never separate cells: signatures hold commas and quotes, and the quotes around
 * and inside them are often unbalanced, so quotes can not be trusted to say where a cell ends.
 */
function splitLoosely(line: string): string[] {
  const cells: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i <= line.length; i++) {
    const c = line[i];
    if (c === '(') depth++;
    else if (c === ')') {
      depth = Math.max(0, depth - 1);
      // After a signature a quote only closes the cell.
      if (depth === 0) quoted = false;
    } else if (c === '"' && depth === 0) {
      quoted =
        i === start || line.slice(start, i).trim() === ''
          ? true
          : !quoted && line[i + 1] !== ',' && i + 1 < line.length;
    }
    if (i === line.length || (c === ',' && depth === 0 && !quoted)) {
      cells.push(line.slice(start, i));
      start = i + 1;
    }
  }
  return cells;
}
