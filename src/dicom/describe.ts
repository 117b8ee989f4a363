import { attributeByTag } from '../standard/dictionary';
import type { DicomFile } from './dicomFile';
import { RowFlag, vrText } from './elementTable';
import { isPrivateCreatorTag, isPrivateTag } from './privateCreator';
import { childRows } from './rows';
import { isTextVr, stringValues } from './values';

/** What a reader of a header wants to see of one row. */
export interface RowDescription {
  /** VR as written or looked up; '' for items and fragments. */
  readonly vr: string;
  /** Number of values, of items for a sequence, of fragments for encapsulated pixel data. */
  readonly vm: number;
  /** Length of the value field in bytes, without delimiters. */
  readonly length: number;
  /** Name of PS3.6; `Private Creator`, `Private` or `Unknown` where it has none. */
  readonly name: string;
  /** The value for the eye: control characters escaped, cut to `maxChars`. */
  readonly value: string;
  /** True if `value` was cut. */
  readonly cut: boolean;
}

/** Bytes of a value that are looked at: what is not shown need not be read. */
const LOOK = 65536;
const WIDTH: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4, SV: 8, UV: 8 };

/** Tag, name, VR, length and value of a row in words; values are cut at `maxChars` characters. */
export function describeRow(file: DicomFile, row: number, maxChars = 80): RowDescription {
  const table = file.dataSet;
  const flags = table.flags[row];
  const length = table.valueEnd[row] - table.valueStart[row];
  const name = rowName(file, row);
  if (flags & (RowFlag.sequence | RowFlag.item)) {
    const vm = childRows(table, row).length;
    const vr = flags & RowFlag.item ? '' : vrText(table.vr[row]);
    return { vr, vm, length, name, value: '', cut: false };
  }
  if (flags & RowFlag.encapsulated)
    return { vr: vrText(table.vr[row]), vm: childRows(table, row).length, length, name, value: '', cut: false };
  const vr = flags & RowFlag.fragment ? '' : vrText(table.vr[row]);
  if (length === 0) return { vr, vm: 0, length, name, value: '', cut: false };
  if (length <= LOOK && (isTextVr(vr) || WIDTH[vr] !== undefined)) {
    const values = stringValues(file, row);
    return { vr, vm: values.length, length, name, ...shorten(escapeControls(values.join('\\')), maxChars) };
  }
  const width = WIDTH[vr];
  return {
    vr,
    vm: width === undefined ? 1 : Math.floor(length / width),
    length,
    name,
    ...bytesText(file, row, maxChars, length),
  };
}

/** Name of a row's attribute. */
export function rowName(file: DicomFile, row: number): string {
  const flags = file.dataSet.flags[row];
  if (flags & RowFlag.item) return 'Item';
  if (flags & RowFlag.fragment) return 'Fragment';
  const tag = file.dataSet.tag[row];
  const known = attributeByTag(tag);
  if (known !== undefined) return known.name;
  if (isPrivateCreatorTag(tag)) return 'Private Creator';
  if (isPrivateTag(tag)) return 'Private';
  return (tag & 0xffff) === 0 ? 'Group Length' : 'Unknown';
}

/** Control and formatting characters as `\n`, `\x1b`, `\u202e`: values are foreign text and must not steer a terminal. */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, character => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) return `\\u{${code.toString(16)}}`;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

function shorten(text: string, maxChars: number): { value: string; cut: boolean } {
  if (text.length <= maxChars) return { value: text, cut: false };
  // Not in the middle of a surrogate pair.
  const end = /[\ud800-\udbff]/.test(text[maxChars - 1] ?? '') ? maxChars - 1 : maxChars;
  return { value: text.slice(0, end), cut: true };
}

/** Long text as text, everything else as bytes in hexadecimal. */
function bytesText(file: DicomFile, row: number, maxChars: number, length: number): { value: string; cut: boolean } {
  const table = file.dataSet;
  const vr = vrText(table.vr[row]);
  const room = Math.max(1, Math.floor(maxChars / 3));
  if (isTextVr(vr)) {
    const { value } = shorten(escapeControls(stringValues(file, row).join('\\')), maxChars);
    return { value, cut: value.length < length };
  }
  const source = file.dataSource.read(table.valueStart[row], Math.min(length, room));
  const value = Array.from(source, byte => byte.toString(16).padStart(2, '0')).join(' ');
  return { value, cut: length > room };
}
