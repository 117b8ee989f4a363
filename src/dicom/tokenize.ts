import type { ByteSource } from './byteSource';
import { ByteWindow } from './byteWindow';
import type { ElementTable } from './elementTable';
import { RowFlag } from './elementTable';
import { readFragments } from './fragments';
import { HeaderReader, ITEM, ITEM_END, SEQUENCE_END, UNDEFINED_LENGTH } from './headerReader';
import { ProblemLog, tagText } from './problemLog';
import { TableBuilder } from './tableBuilder';
import { VR, isBinaryVr } from './vrForms';

const PIXEL_DATA = 0x7fe00010;

/** Sequences inside sequences that are parsed; real data sets stay below ten. */
export const DEPTH_LIMIT = 64;

export interface TokenizeOptions {
  /** Shared with who read the bytes before, so that nothing is read twice. */
  readonly window?: ByteWindow;
  readonly problems?: ProblemLog;
  /** Stop before the first top-level element of another group (used for the file meta group). */
  readonly onlyGroup?: number;
  /** An empty table to fill; else one is made. */
  readonly table?: TableBuilder;
}

export interface Tokenized {
  readonly table: ElementTable;
  /** Offset past the last complete element. */
  readonly end: number;
  readonly problems: ProblemLog;
}

/**
 * Finds every data element, item and fragment in bytes [start, end) of `source` in one pass (PS3.5 7, 7.5, A.4). Values
 * are not read. Never throws on bad bytes: what can be understood becomes rows, the rest becomes problems.
 */
export function tokenize(
  source: ByteSource,
  start: number,
  end: number,
  encoding: { readonly implicit: boolean; readonly bigEndian: boolean },
  options: TokenizeOptions = {},
): Tokenized {
  const problems = options.problems ?? new ProblemLog();
  const tokenizer = new Tokenizer(
    options.window ?? new ByteWindow(source),
    problems,
    options.table ?? new TableBuilder(),
    start,
    end,
    encoding,
    options.onlyGroup ?? -1,
  );
  tokenizer.run();
  return { table: tokenizer.table, end: tokenizer.position, problems };
}

const Kind = { dataSet: 0, sequence: 1, item: 2 } as const;

/** A container being read. Frames live on an explicit stack, so depth costs no call stack. */
interface Frame {
  kind: number;
  row: number;
  limit: number;
  undefinedLength: boolean;
  implicit: boolean;
  bigEndian: boolean;
  /** Set if this is an attempt to read opaque bytes as items; it holds what to go back to. */
  attempt:
    { readonly mark: ReturnType<ProblemLog['mark']>; readonly outer: number; readonly flags: number } | undefined;
}

class Tokenizer {
  private readonly header: HeaderReader;
  private readonly frames: Frame[] = [];
  private depth = 0;
  private frame: Frame;
  /** Index of the innermost frame that is an attempt, -1 if none. */
  private attemptFrame = -1;
  private readonly rootImplicit: boolean;
  /** Set when a sequence of unknown end was too deep to follow: what is open has no end either. */
  private lost = false;

  constructor(
    private readonly window: ByteWindow,
    private readonly problems: ProblemLog,
    readonly table: TableBuilder,
    public position: number,
    end: number,
    encoding: { readonly implicit: boolean; readonly bigEndian: boolean },
    private readonly onlyGroup: number,
  ) {
    this.header = new HeaderReader(window, problems);
    this.rootImplicit = encoding.implicit;
    this.frame = this.frameAt(0);
    this.frame.kind = Kind.dataSet;
    this.frame.row = -1;
    this.frame.limit = end;
    this.frame.undefinedLength = false;
    this.frame.implicit = encoding.implicit;
    this.frame.bigEndian = encoding.bigEndian;
  }

  run(): void {
    for (;;) {
      const frame = this.frame;
      const room = frame.limit - this.position;
      if (room <= 0) {
        if (this.depth === 0) return;
        this.closeAtLimit();
      } else if (room < 8) {
        if (this.depth === 0) {
          this.tail(frame);
          return;
        }
        if (!this.fail('short-header', `${room} bytes are left where a header of 8 bytes was expected`))
          this.position = frame.limit;
      } else if (!this.window.ensure(this.position, room < 12 ? room : 12)) {
        this.fail('source-ended', 'The source ended before the length it had announced');
        while (this.depth > 0) this.pop(this.position, this.position);
        return;
      } else if (frame.kind === Kind.sequence) this.item(frame);
      else if (!this.element(frame)) return;
    }
  }

  /** Reads one element of a data set or item. Returns false at the end of the data set. */
  private element(frame: Frame): boolean {
    const at = this.position;
    const header = this.header;
    const tag = header.tagAt(at, frame.bigEndian);
    if (tag >= 0xfffe0000 && tag < 0xffff0000) {
      this.delimiter(frame, tag);
      return true;
    }
    if (this.depth === 0) {
      if (this.onlyGroup >= 0 && tag >>> 16 !== this.onlyGroup) return false;
      if (tag === 0 && header.u32(at + 4, false) === 0) return this.tail(frame);
    }
    if (!header.read(at, frame.limit, frame.implicit, frame.bigEndian)) {
      if (!this.fail('short-header', `${tagText(tag)}: its header of 12 bytes does not fit`))
        this.position = frame.limit;
      return true;
    }
    if (header.guessed && frame.implicit && !this.rootImplicit) {
      // Readers that follow the standard take the inside of UN as implicit VR and would see something else here.
      if (this.fail('explicit-in-un', `${tagText(tag)}: explicit VR inside an element of VR UN`)) return true;
    }
    const valueStart = at + header.headerLength;
    const vr = header.vr;
    const flags = header.flags;
    const length = header.length;
    if (length === UNDEFINED_LENGTH && (flags & (RowFlag.longForm | RowFlag.implicit)) !== 0) {
      this.undefinedLength(frame, tag, vr, flags, valueStart);
      return true;
    }
    const room = frame.limit - valueStart;
    if (length > room) {
      if (!this.fail('value-past-end', `${tagText(tag)}: ${length} bytes announced, ${room} are there`)) {
        const cut = this.table.push(tag, vr, flags | RowFlag.truncated, at, valueStart, frame.limit, frame.row);
        if (vr === VR.SQ && room > 0) this.openSequence(cut, frame.limit, false, (flags & RowFlag.implicit) !== 0);
        else this.position = frame.limit;
      }
      return true;
    }
    if ((length & 1) !== 0)
      this.problems.add('note', 'odd-length', at, `${tagText(tag)}: its length ${length} is odd.`);
    const row = this.table.push(tag, vr, flags, at, valueStart, valueStart + length, frame.row);
    if (length === 0) {
      if (vr === VR.SQ) this.table.flags[row] |= RowFlag.sequence;
      this.position = valueStart;
    } else if (vr === VR.SQ) this.openSequence(row, valueStart + length, false, (flags & RowFlag.implicit) !== 0);
    else if (vr === VR.UN && length >= 8 && this.startsWithItem(valueStart)) this.attempt(row, valueStart + length);
    else this.position = valueStart + length;
    return true;
  }

  /** An element of undefined length: a sequence, or encapsulated pixel data (PS3.5 7.5.1, A.4, 6.2.2 note 2). */
  private undefinedLength(frame: Frame, tag: number, vr: number, flags: number, valueStart: number): void {
    const at = this.position;
    const row = this.table.push(tag, vr, flags | RowFlag.undefinedLength, at, valueStart, frame.limit, frame.row);
    const implicit = (flags & RowFlag.implicit) !== 0;
    if (isBinaryVr(vr) || (vr === VR.UN && tag === PIXEL_DATA)) {
      this.fragments(row, valueStart, frame.limit, (flags & RowFlag.bigEndian) !== 0);
      return;
    }
    if (vr === VR.UN) {
      // CP-246: whatever the outer encoding, the content of UN with undefined length is implicit VR little endian.
      this.table.flags[row] |= implicit ? 0 : RowFlag.sequenceInUN;
      if (implicit) this.table.vr[row] = VR.SQ;
      const bigEndian = frame.bigEndian && !this.startsWithItem(valueStart);
      this.openSequence(row, frame.limit, true, true, bigEndian);
      return;
    }
    if (vr !== VR.SQ)
      this.problems.add('damage', 'undefined-length', at, `${tagText(tag)}: its VR may not have undefined length.`);
    this.openSequence(row, frame.limit, true, implicit);
  }

  /** True if the bytes at `offset` are an item tag or a sequence delimiter in little endian. */
  private startsWithItem(offset: number): boolean {
    if (!this.window.ensure(offset, 4, 512)) return false;
    const tag = this.header.tagAt(offset, false);
    return tag === ITEM || tag === SEQUENCE_END;
  }

  /** Tries to read the value of `row` (UN, or unknown in implicit VR) as items; opaque unless it parses to the last byte. */
  private attempt(row: number, limit: number): void {
    const flags = this.table.flags[row];
    const valueStart = this.table.valueStart[row];
    const implicit = (flags & RowFlag.implicit) !== 0;
    const mark = this.problems.mark();
    if (this.depth + 2 > 2 * DEPTH_LIMIT) {
      this.position = limit;
      return;
    }
    this.table.flags[row] |= implicit ? 0 : RowFlag.sequenceInUN;
    if (implicit) this.table.vr[row] = VR.SQ;
    this.openSequence(row, limit, false, true, false);
    this.frame.attempt = { mark, outer: this.attemptFrame, flags };
    this.attemptFrame = this.depth;
    this.position = valueStart;
  }

  /** Gives up the innermost attempt: its row becomes an opaque value again. */
  private abandon(): void {
    const frame = this.frames[this.attemptFrame];
    const attempt = frame.attempt;
    if (attempt === undefined) return;
    this.table.count = frame.row + 1;
    this.table.flags[frame.row] = attempt.flags;
    this.table.vr[frame.row] = VR.UN;
    this.table.close(frame.row, frame.limit, frame.limit);
    this.problems.rewind(attempt.mark);
    this.problems.add(
      'note',
      'opaque-un',
      this.table.start[frame.row],
      `${tagText(this.table.tag[frame.row])}: begins like a sequence but does not parse as one; taken as bytes.`,
    );
    this.position = frame.limit;
    this.depth = this.attemptFrame - 1;
    this.frame = this.frames[this.depth];
    this.attemptFrame = attempt.outer;
    frame.attempt = undefined;
  }

  /**
   * Notes damage at the current position, or gives up the innermost attempt if there is one.
   * @returns true if an attempt was given up (position and frame have changed).
   */
  private fail(code: string, what: string): boolean {
    if (this.attemptFrame >= 0) {
      this.abandon();
      return true;
    }
    this.problems.add('damage', code, this.position, `${what}.`);
    return false;
  }

  private openSequence(
    row: number,
    limit: number,
    undefinedLength: boolean,
    implicit: boolean,
    bigEndian = this.frame.bigEndian,
  ): void {
    const valueStart = this.table.valueStart[row];
    this.table.flags[row] |= RowFlag.sequence;
    if (this.depth + 2 > 2 * DEPTH_LIMIT) {
      // Too deep to follow: the bytes stay opaque. With an undefined length nobody knows where they end.
      this.position = valueStart;
      if (this.fail('too-deep', `${tagText(this.table.tag[row])}: sequences are nested more than ${DEPTH_LIMIT} deep`))
        return;
      this.table.flags[row] &= ~RowFlag.sequence;
      this.table.flags[row] |= RowFlag.truncated;
      this.table.close(row, limit, limit);
      this.position = limit;
      this.lost = undefinedLength;
      return;
    }
    this.push(Kind.sequence, row, limit, undefinedLength, implicit, bigEndian);
    this.position = valueStart;
  }

  /** Reads one item header of a sequence (PS3.5 7.5.2). */
  private item(frame: Frame): void {
    const at = this.position;
    const tag = this.header.tagAt(at, frame.bigEndian);
    const length = this.header.u32(at + 4, frame.bigEndian);
    if (tag === ITEM) {
      const valueStart = at + 8;
      const undefinedLength = length === UNDEFINED_LENGTH;
      const room = frame.limit - valueStart;
      let flags: number = RowFlag.item | (frame.bigEndian ? RowFlag.bigEndian : 0);
      if (undefinedLength) flags |= RowFlag.undefinedLength;
      if (frame.implicit) flags |= RowFlag.implicit;
      let limit = undefinedLength ? frame.limit : valueStart + length;
      if (limit > frame.limit) {
        if (this.fail('item-past-end', `An item announces ${length} bytes, ${room} are there`)) return;
        limit = frame.limit;
        flags |= RowFlag.truncated;
      }
      const row = this.table.push(ITEM, 0, flags, at, valueStart, limit, frame.row);
      this.position = valueStart;
      this.push(Kind.item, row, limit, undefinedLength, frame.implicit, frame.bigEndian);
      return;
    }
    if (tag === SEQUENCE_END) {
      if (length !== 0) this.problems.add('note', 'delimiter-length', at, `A sequence delimiter has length ${length}.`);
      if (frame.undefinedLength) {
        this.position = at + 8;
        this.pop(at, at + 8);
      } else {
        this.problems.add(
          'note',
          'stray-delimiter',
          at,
          'A sequence delimiter stands in a sequence of defined length.',
        );
        this.position = at + 8;
      }
      return;
    }
    if (tag === ITEM_END) {
      this.problems.add('note', 'stray-delimiter', at, 'An item delimiter stands between items.');
      this.position = at + 8;
      return;
    }
    if (this.fail('item-expected', `An item was expected, ${tagText(tag)} was found`)) return;
    this.table.flags[frame.row] |= RowFlag.truncated;
    if (frame.undefinedLength) this.pop(at, at);
    else {
      this.position = frame.limit;
      this.pop(frame.limit, frame.limit);
    }
  }

  /** A tag of group FFFE where an element was expected. */
  private delimiter(frame: Frame, tag: number): void {
    const at = this.position;
    const length = this.header.u32(at + 4, frame.bigEndian);
    if (tag === ITEM_END && frame.kind === Kind.item && frame.undefinedLength) {
      // Some writers give the delimiter a length other than zero; no value follows it.
      if (length !== 0) this.problems.add('note', 'delimiter-length', at, `An item delimiter has length ${length}.`);
      this.position = at + 8;
      this.pop(at, at + 8);
      return;
    }
    if (frame.kind === Kind.item && frame.undefinedLength && (tag === SEQUENCE_END || tag === ITEM)) {
      this.problems.add('note', 'missing-delimiter', at, `An item delimiter was expected, ${tagText(tag)} was found.`);
      this.pop(at, at);
      return;
    }
    if (tag === ITEM_END || tag === SEQUENCE_END) {
      this.problems.add('note', 'stray-delimiter', at, `${tagText(tag)} stands where no item or sequence is open.`);
      this.position = at + 8;
      return;
    }
    if (this.fail('stray-item', `${tagText(tag)} stands where a data element was expected`)) return;
    const end = length === UNDEFINED_LENGTH ? at + 8 : Math.min(at + 8 + length, frame.limit);
    this.table.push(tag, VR.UN, RowFlag.truncated | RowFlag.implicit, at, at + 8, end, frame.row);
    this.position = end;
  }

  /** Encapsulated pixel data (PS3.5 A.4): one row per fragment, up to the delimiter or to where the fragments stop making sense. */
  private fragments(row: number, valueStart: number, limit: number, bigEndian: boolean): void {
    const { table } = this;
    table.flags[row] |= RowFlag.encapsulated;
    const read = readFragments(this.window, this.header, table, row, valueStart, limit, bigEndian);
    this.position = read.at;
    if (read.damage !== undefined) {
      if (this.fail(read.damage.code, read.damage.what)) return;
      if (read.damage.cut) table.push(ITEM, 0, read.flags | RowFlag.truncated, read.at, read.at + 8, limit, row);
      table.flags[row] |= RowFlag.truncated;
    }
    table.close(row, read.damage?.cut ? limit : read.at, read.end);
    this.position = read.end;
  }

  /** The bytes after the last element: zeros are padding, anything else may hold identifying text. Ends the data set. */
  private tail(frame: Frame): false {
    const from = this.position;
    for (let at = from; at < frame.limit;) {
      if (!this.window.ensure(at, 1)) break;
      const bytes = this.window.bytes;
      const stop = Math.min(bytes.length, frame.limit - this.window.start);
      for (let i = at - this.window.start; i < stop; i++)
        if (bytes[i] !== 0) {
          this.fail('trailing-bytes', `${frame.limit - from} bytes follow the last data element`);
          return false;
        }
      at = this.window.start + stop;
    }
    this.problems.add(
      'note',
      'trailing-padding',
      from,
      `${frame.limit - from} zero bytes follow the last data element.`,
    );
    return false;
  }

  /** The limit of a container was reached. */
  private closeAtLimit(): void {
    const frame = this.frame;
    if (frame.undefinedLength && !this.lost) {
      const what = frame.kind === Kind.item ? 'an item' : tagText(this.table.tag[frame.row]);
      if (this.fail('missing-delimiter', `The delimiter of ${what} is missing`)) return;
      this.table.flags[frame.row] |= RowFlag.truncated;
    }
    this.pop(frame.limit, frame.limit);
  }

  private push(
    kind: number,
    row: number,
    limit: number,
    undefinedLength: boolean,
    implicit: boolean,
    bigEndian: boolean,
  ): void {
    const frame = this.frameAt(++this.depth);
    frame.kind = kind;
    frame.row = row;
    frame.limit = limit;
    frame.undefinedLength = undefinedLength;
    frame.implicit = implicit;
    frame.bigEndian = bigEndian;
    this.frame = frame;
  }

  private pop(valueEnd: number, end: number): void {
    this.table.close(this.frame.row, valueEnd, end);
    if (this.attemptFrame === this.depth) {
      this.attemptFrame = this.frame.attempt?.outer ?? -1;
      this.frame.attempt = undefined;
    }
    this.frame = this.frames[--this.depth];
  }

  private frameAt(depth: number): Frame {
    return (this.frames[depth] ??= {
      kind: Kind.dataSet,
      row: -1,
      limit: 0,
      undefinedLength: false,
      implicit: false,
      bigEndian: false,
      attempt: undefined,
    });
  }
}
