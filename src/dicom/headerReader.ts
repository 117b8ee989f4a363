import type { ByteWindow } from './byteWindow';
import { RowFlag } from './elementTable';
import { dictionaryVr } from '../standard/dictionary';
import type { ProblemLog } from './problemLog';
import { tagText } from './problemLog';
import { VR, VR_FORM, VrForm } from './vrForms';

export const UNDEFINED_LENGTH = 0xffffffff;

/** Tags of items and of the delimiters after items and sequences (PS3.5 7.5). */
export const ITEM = 0xfffee000;
export const ITEM_END = 0xfffee00d;
export const SEQUENCE_END = 0xfffee0dd;

/**
 * Reads one data element header (PS3.5 7.1) out of a window into its fields. One reader serves a whole data set, so no
 * object is made per element. Files that mix encodings are met with a look at the bytes; what was guessed is noted.
 */
export class HeaderReader {
  tag = 0;
  vr = 0;
  length = 0;
  /** Bytes from the tag to the value: 8 or 12. */
  headerLength = 8;
  /** `RowFlag.implicit`, `bigEndian` and `longForm` as found. */
  flags = 0;
  /** True if the header was not in the encoding asked for. */
  guessed = false;

  constructor(
    readonly window: ByteWindow,
    readonly problems: ProblemLog,
  ) {}

  u16(offset: number, bigEndian: boolean): number {
    const b = this.window.bytes;
    const i = offset - this.window.start;
    return bigEndian ? (b[i] << 8) | b[i + 1] : b[i] | (b[i + 1] << 8);
  }

  u32(offset: number, bigEndian: boolean): number {
    const b = this.window.bytes;
    const i = offset - this.window.start;
    return bigEndian
      ? ((b[i] << 24) | (b[i + 1] << 16) | (b[i + 2] << 8) | b[i + 3]) >>> 0
      : (b[i] | (b[i + 1] << 8) | (b[i + 2] << 16) | (b[i + 3] << 24)) >>> 0;
  }

  /** The tag at `offset`, which must be in the window. */
  tagAt(offset: number, bigEndian: boolean): number {
    return ((this.u16(offset, bigEndian) << 16) | this.u16(offset + 2, bigEndian)) >>> 0;
  }

  /**
   * Reads the header at `offset` (at least 8 bytes of it are in the window and before `limit`).
   * @returns false if the header itself does not fit before `limit`.
   */
  read(offset: number, limit: number, implicit: boolean, bigEndian: boolean): boolean {
    this.tag = this.tagAt(offset, bigEndian);
    this.guessed = false;
    this.flags = bigEndian ? RowFlag.bigEndian : 0;
    const i = offset - this.window.start;
    const b = this.window.bytes;
    const written = (b[i + 4] << 8) | b[i + 5];
    const form = VR_FORM[written];
    if (implicit) {
      if (form !== VrForm.unknown && this.looksExplicit(offset, limit, written, form, bigEndian)) {
        this.guess(offset, 'explicit-in-implicit', 'an explicit VR stands where implicit VR was expected');
        return this.explicit(offset, limit, written, form, bigEndian);
      }
      this.implicit(offset, bigEndian);
      return true;
    }
    if (form !== VrForm.unknown) return this.explicit(offset, limit, written, form, bigEndian);
    return this.unknownVr(offset, limit, written, bigEndian);
  }

  private implicit(offset: number, bigEndian: boolean): void {
    this.flags |= RowFlag.implicit;
    this.vr = dictionaryVr(this.tag) || VR.UN;
    this.length = this.u32(offset + 4, bigEndian);
    this.headerLength = 8;
  }

  private explicit(offset: number, limit: number, vr: number, form: number, bigEndian: boolean): boolean {
    this.vr = vr;
    if (form === VrForm.short) {
      this.length = this.u16(offset + 6, bigEndian);
      this.headerLength = 8;
      return true;
    }
    if (limit - offset < 12) return false;
    this.flags |= RowFlag.longForm;
    this.length = this.u32(offset + 8, bigEndian);
    this.headerLength = 12;
    return true;
  }

  /** In implicit VR the first two bytes of a length may spell a VR by chance; the dictionary and the room left decide. */
  private looksExplicit(offset: number, limit: number, vr: number, form: number, bigEndian: boolean): boolean {
    const asImplicit = this.u32(offset + 4, bigEndian);
    const length =
      form === VrForm.short
        ? this.u16(offset + 6, bigEndian)
        : limit - offset >= 12
          ? this.u32(offset + 8, bigEndian)
          : Infinity;
    const header = form === VrForm.short ? 8 : 12;
    const undefinedLength = form === VrForm.long && length === UNDEFINED_LENGTH;
    if (!undefinedLength && length > limit - offset - header) return false;
    return dictionaryVr(this.tag) === vr || asImplicit > limit - offset - 8;
  }

  /**
   * Neither a VR we know nor an implicit data set: two letters of a newer VR, blanks, or an element that was written
   * without a VR. Each reading is tried on the bytes that would come next.
   */
  private unknownVr(offset: number, limit: number, written: number, bigEndian: boolean): boolean {
    const tag = this.tag;
    const letters = isLetter(written >> 8) && isLetter(written & 0xff);
    const short = this.u16(offset + 6, bigEndian);
    const implicitLength = this.u32(offset + 4, bigEndian);
    let long = -1;
    if (limit - offset >= 12 && this.window.ensure(offset, 12)) long = this.u32(offset + 8, bigEndian);
    const room = limit - offset;
    const canLong = letters && short === 0 && (long === UNDEFINED_LENGTH || (long >= 0 && long <= room - 12));
    const canShort = short <= room - 8;
    const canImplicit = !letters && (implicitLength === UNDEFINED_LENGTH || implicitLength <= room - 8);
    // Order matters only when both readings are followed by a likely header, or neither is.
    if (canImplicit && (!canShort || !this.headerAt(offset + 8 + short, limit, tag, bigEndian) || written < 0x2020)) {
      this.window.ensure(offset, 8);
      this.guess(offset, 'implicit-in-explicit', 'no VR stands where explicit VR was expected');
      this.implicit(offset, bigEndian);
      return true;
    }
    this.window.ensure(offset, Math.min(12, room));
    this.guess(offset, 'unknown-vr', 'its VR is not one of PS3.5');
    this.vr = written;
    if (canLong) {
      this.flags |= RowFlag.longForm;
      this.length = long;
      this.headerLength = 12;
    } else {
      this.length = short;
      this.headerLength = 8;
    }
    return true;
  }

  /** True if `offset` is the end, or a header that may follow `tag` seems to stand there. Moves the window. */
  private headerAt(offset: number, limit: number, tag: number, bigEndian: boolean): boolean {
    if (offset === limit) return true;
    if (limit - offset < 8 || !this.window.ensure(offset, 8)) return false;
    const next = this.tagAt(offset, bigEndian);
    if (next >>> 16 === 0xfffe) return this.u16(offset + 2, bigEndian) >= 0xe000;
    const i = offset - this.window.start;
    const vr = (this.window.bytes[i + 4] << 8) | this.window.bytes[i + 5];
    return next > tag && next >>> 16 < (tag >>> 16) + 0x2000 && VR_FORM[vr] !== VrForm.unknown;
  }

  private guess(offset: number, code: string, what: string): void {
    this.guessed = true;
    this.problems.add('note', code, offset, `${tagText(this.tag)}: ${what}.`);
  }
}

function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}
