import type { DicomFile } from '../../../../src/dicom/dicomFile';
import { RowFlag } from '../../../../src/dicom/elementTable';
import { childRows, findRow, itemRows } from '../../../../src/dicom/rows';
import { stringValues } from '../../../../src/dicom/values';
import { attributeByKeyword, attributeByTag } from '../../../../src/standard/dictionary';

/**
 * What the CTP DICOM anonymizer does to a file, by its manual: written for comparison with the engine and sharing nothing
 * with the import. Values are not computed; a function that makes a new one gives a mark.
 */
export type OutcomeClass = 'kept' | 'emptied' | 'removed' | 'replaced' | 'moved' | 'uid';

export interface CtpResult {
  readonly outcome: OutcomeClass;
  /** Script that decided; absent where a switch or nothing did. */
  readonly script?: string;
}

const UID = '\u0001uid';
const MOVED = '\u0001moved';
const NEW = '\u0001new';

class Held extends Error {}

interface Script {
  readonly params: ReadonlyMap<string, string>;
  readonly elements: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly on: ReadonlySet<string>;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

export function readScript(text: string): Script {
  const params = new Map<string, string>();
  const elements = new Map<string, string>();
  const names = new Map<string, string>();
  const on = new Set<string>();
  for (const line of text.split('\n')) {
    const found = /<([pekr]) (?:en="([TF])" )?t="([^"]*)"(?: n="([^"]*)")?>(.*)<\/\1>/.exec(line);
    if (!found || line.includes('<!--')) continue;
    const [, kind = '', enabled, tag = '', name = '', body = ''] = found;
    if (kind === 'p') params.set(tag, unescape(body));
    if (kind === 'e' && name) names.set(name, tag);
    if (enabled !== 'T') continue;
    if (kind === 'e') elements.set(tag.toLowerCase(), unescape(body));
    else on.add(`${kind}:${tag.toLowerCase()}`);
  }
  return { params, elements, names, on };
}

/** Offset of the character that closes what is open before `from`. */
function closing(text: string, from: number, opener: string, closers: string): number {
  let depth = 1;
  let quoted = false;
  let brackets = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\') i++;
    else if (quoted) quoted = c !== '"';
    else if (c === '"') quoted = true;
    else if (c === '[') brackets++;
    else if (c === ']') brackets--;
    else if (c === opener) depth++;
    else if (closers.includes(c) && brackets === 0) {
      if (c === ',' ? depth === 1 : --depth === 0) return i;
    }
  }
  return -1;
}

export class CtpInterpreter {
  private readonly results = new Map<number, CtpResult>();

  private constructor(
    private readonly script: Script,
    private readonly file: DicomFile,
  ) {}

  /** The outcome of every row that CTP comes to; `undefined` if the file is held back. */
  static run(script: Script, file: DicomFile): ReadonlyMap<number, CtpResult> | undefined {
    const interpreter = new CtpInterpreter(script, file);
    try {
      interpreter.dataSet(-1);
    } catch (error) {
      if (error instanceof Held) return undefined;
      throw error;
    }
    return interpreter.results;
  }

  private dataSet(parent: number): void {
    const { dataSet } = this.file;
    const { on } = this.script;
    for (const row of childRows(dataSet, parent)) {
      const tag = dataSet.tag[row]! >>> 0;
      const group = tag >>> 16;
      const script = this.scriptFor(tag, row, parent);
      const isOverlay = (group & 0xff00) === 0x6000;
      const isCurve = (group & 0xff00) === 0x5000;
      const keep =
        on.has(`k:${group.toString(16).padStart(4, '0')}`) ||
        [0x00080016, 0x00080018, 0x0020000d].includes(tag) ||
        [0x0028, 0x7fe0].includes(group) ||
        (isOverlay && !on.has('r:overlays') && !(group & 1)) ||
        (isCurve && !on.has('r:curves') && !(group & 1));
      const set = (outcome: OutcomeClass) =>
        this.results.set(row, { outcome, ...(script === undefined ? {} : { script }) });
      if (group & 1 && on.has('r:privategroups') && script === undefined && !keep) set('removed');
      else if (on.has('r:unspecifiedelements') && script === undefined && !keep) set('removed');
      else if ((isOverlay && on.has('r:overlays')) || (isCurve && on.has('r:curves'))) set('removed');
      else if (script === undefined) set('kept');
      else set(this.outcome(script, row, parent, tag));
    }
  }

  private scriptFor(tag: number, row: number, parent: number): string | undefined {
    const hex = tag.toString(16).padStart(8, '0');
    const own = this.script.elements.get(hex);
    if (own !== undefined || !((tag >>> 16) & 1)) return own;
    const element = tag & 0xffff;
    const creatorTag = element > 0xff ? ((tag & 0xffff0000) | (element >>> 8)) >>> 0 : tag;
    const creatorRow = element > 0xff ? findRow(this.file.dataSet, creatorTag, parent) : row;
    if (creatorRow < 0) return undefined;
    const creator = (stringValues(this.file, creatorRow)[0] ?? '').trim().toLowerCase();
    const rest = element > 0xff ? `[${creator}]${hex.slice(6)}` : `00[${creator}]`;
    return this.script.elements.get(hex.slice(0, 4) + rest);
  }

  private outcome(script: string, row: number, parent: number, tag: number): OutcomeClass {
    const text = this.evaluate(script, row, parent, tag).trim();
    if (text.includes('@remove()')) return 'removed';
    if (text === '@keep()') return 'kept';
    if (text === '' || text === '@empty()' || text.startsWith('@blank(')) return 'emptied';
    if (text === UID) return 'uid';
    if (text === MOVED) return 'moved';
    return text === this.value(row).trim() ? 'kept' : 'replaced';
  }

  private value(row: number): string {
    if (this.file.dataSet.flags[row]! & RowFlag.sequence) return '';
    return stringValues(this.file, row).join('\\').replace(/ +$/, '');
  }

  /** Row of an element by the names a script may use; -1 if it is missing. */
  private find(name: string, row: number, parent: number): number {
    if (name === '' || name === 'this') return row;
    const tag = attributeByKeyword(name)?.tag ?? parseInt(this.script.names.get(name) ?? name, 16);
    return Number.isNaN(tag) ? -1 : findRow(this.file.dataSet, tag, parent);
  }

  private param(arg: string | undefined): string {
    if (arg === undefined) return '';
    return arg.startsWith('@') ? (this.script.params.get(arg.slice(1)) ?? 'null') : arg;
  }

  private evaluate(script: string, row: number, parent: number, tag: number): string {
    let out = '';
    for (let i = 0; i < script.length; i++) {
      const c = script[i]!;
      if (c === '\\') out += script[++i] ?? '';
      else if (c !== '@') out += c;
      else {
        const open = script.indexOf('(', i);
        const name = script.slice(i + 1, open).replace(/\s/g, '');
        const args: string[] = [];
        let at = open;
        for (;;) {
          const next = closing(script, at + 1, '(', ',)');
          if (next < 0) return out;
          args.push(script.slice(at + 1, next).trim());
          at = next;
          if (script[next] === ')') break;
        }
        const clauses: string[] = [];
        const wanted = name === 'if' || name === 'select' ? 2 : name === 'append' ? 1 : 0;
        while (clauses.length < wanted) {
          const start = script.indexOf('{', at);
          const end = start < 0 ? -1 : closing(script, start + 1, '{', '}');
          if (end < 0) {
            at = script.length;
            break;
          }
          clauses.push(script.slice(start + 1, end));
          at = end;
        }
        out += this.call(name, args, clauses, row, parent, tag);
        i = at;
      }
    }
    return out;
  }

  private call(
    name: string,
    args: readonly string[],
    clauses: readonly string[],
    row: number,
    parent: number,
    tag: number,
  ): string {
    const { file } = this;
    const plain = (i: number) => (args[i] ?? '').replace(/^"(.*)"$/, '$1');
    const from = this.find(args[0] ?? '', row, parent);
    const contents = from < 0 ? '' : this.value(from);
    const again = (clause: string | undefined) => this.evaluate(clause ?? '', row, parent, tag);
    switch (name) {
      case 'always':
        return '';
      case 'keep':
      case 'require':
        return '@keep()';
      case 'remove':
      case 'empty':
        return `@${name}()`;
      case 'blank':
        return `@blank(${args[0]})`;
      case 'process':
        for (const item of itemRows(file.dataSet, tag, parent)) this.dataSet(item);
        return '@keep()';
      case 'hashuid':
        return this.find(args[1] ?? '', row, parent) < 0 ? '@remove()' : UID;
      case 'hash':
        return from < 0 ? '@remove()' : NEW;
      case 'incrementdate':
      case 'hashdate':
      case 'modifydate':
        if (from < 0) return '@remove()';
        if (!/^\d{8}/.test(contents)) return '@empty()';
        if (name === 'hashdate') return this.find(args[1] ?? '', row, parent) < 0 ? '@remove()' : MOVED;
        if (name === 'incrementdate') return /^-?\d+$/.test(this.param(args[1])) ? MOVED : '@empty()';
        return contents
          .split('\\')
          .map(date =>
            [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)]
              .map((field, i) => {
                const wanted = this.param(args[i + 1]);
                return /^\d+$/.test(wanted) ? wanted.padStart(field.length, '0') : field;
              })
              .concat(date.slice(8))
              .join(''),
          )
          .join('\\');
      case 'if':
        return again(clauses[this.test(plain(0), plain(1), this.param(plain(2)), row, parent) ? 0 : 1]);
      case 'select':
        return again(clauses[parent < 0 ? 0 : 1]);
      case 'append':
        return contents === '' ? again(clauses[0]) : `${this.value(row)}\\${again(clauses[0])}`;
      case 'param':
        return this.param(args[0]);
      case 'contents':
        return args.length < 2 ? contents : contents.replace(new RegExp(plain(1), 'g'), plain(2));
      case 'value':
        return contents || plain(1);
      case 'truncate': {
        const n = Number(args[1]);
        return n >= 0 ? contents.slice(0, n) : contents.trim().slice(n);
      }
      case 'uppercase':
        return contents.toUpperCase();
      case 'lowercase':
        return contents.toLowerCase();
      case 'pathelement':
        return contents.split('/').at(Number(args[1])) ?? contents;
      case 'quarantine':
      case 'skip':
      case 'call':
      case 'dateinterval':
        throw new Held();
      case 'lookup':
        if (args[2] !== 'keep') throw new Held();
        return '@keep()';
      case 'round':
        return contents === '' ? '' : NEW;
      case 'date':
      case 'time':
      case 'hashname':
      case 'hashptid':
      case 'integer':
      case 'initials':
      case 'encrypt':
      case 'decrypt':
        return NEW;
      default:
        return `@${name}(${args.join(',')})`;
    }
  }

  private test(name: string, test: string, text: string, row: number, parent: number): boolean {
    const from = this.find(name, row, parent);
    const value = from < 0 ? '' : this.value(from);
    switch (test) {
      case 'isblank':
        return value.trim() === '';
      case 'exists':
        return from >= 0;
      case 'equals':
        return value.toLowerCase() === text.toLowerCase();
      case 'contains':
        return value.toLowerCase().includes(text.toLowerCase());
      case 'matches': {
        const flags = text.startsWith('(?i)') ? 'i' : '';
        return new RegExp(`^(?:${text.replace('(?i)', '').trim()})$`, flags).test(value);
      }
      case 'greaterthan':
        return Number(value.replace(/\D/g, '')) > Number(text.replace(/\D/g, ''));
      default:
        return false;
    }
  }
}

/** For messages. */
export function labelOf(tag: number): string {
  return `${tag.toString(16).padStart(8, '0')} ${attributeByTag(tag)?.keyword ?? ''}`;
}
