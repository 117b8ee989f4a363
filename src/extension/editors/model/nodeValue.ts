import { decodeText, isUnsplitText, latin1 } from '../../../dicom/characterSet';
import { RowFlag, vrText } from '../../../dicom/elementTable';
import { characterSetOf, isTextVr, numberValues, stringValues, usesCharacterSet } from '../../../dicom/values';
import { uidEntry } from '../../../standard/uids';
import type { LoadedFile } from './loadedFile';

/** Binary values above this many bytes are described, not listed. */
const NUMBERS_CAP = 4096;

export interface CappedText {
  readonly text: string;
  readonly truncated: boolean;
}

/** Bytes [0, cap) of a value, copied. */
export function bytesOf(file: LoadedFile, id: number, cap: number, offset = 0): Uint8Array {
  const { table, row, source } = file.place(id);
  const start = table.valueStart[row] + offset;
  return source.read(start, Math.max(0, Math.min(cap, table.valueEnd[row] - start))).slice();
}

/** Length of a value in bytes as it stands in the file. */
export function byteLength(file: LoadedFile, id: number): number {
  const { table, row } = file.place(id);
  return table.valueEnd[row] - table.valueStart[row];
}

/** The value as text, decoded in the character set that applies, at most `cap` bytes of it. */
export function textOf(file: LoadedFile, id: number, cap: number): CappedText {
  const { table, row, isMeta } = file.place(id);
  const vr = vrText(table.vr[row]);
  const length = byteLength(file, id);
  if (table.flags[row] & (RowFlag.sequence | RowFlag.item | RowFlag.encapsulated | RowFlag.fragment))
    return { text: '', truncated: false };
  if (!isTextVr(vr)) return numbersOf(file, id, vr, length);
  const bytes = bytesOf(file, id, cap);
  const set = usesCharacterSet(vr) && !isMeta ? characterSetOf(file.file, row) : undefined;
  const text = set ? decodeText(bytes, set, vr) : latin1(bytes);
  return { text: length > cap ? text : text.replace(/[ \0]+$/, ''), truncated: length > cap };
}

function numbersOf(file: LoadedFile, id: number, vr: string, length: number): CappedText {
  if (length === 0) return { text: '', truncated: false };
  if (length > NUMBERS_CAP) return { text: '', truncated: true };
  const { table, row } = file.place(id);
  if (vr === 'UN' || vr === 'OB') return { text: printable(bytesOf(file, id, NUMBERS_CAP)), truncated: false };
  return { text: stringValues(file.file, row, table).join('\\'), truncated: false };
}

/** Text if bytes of unknown kind are nearly all printable (private text written as UN), else hexadecimal digits. */
function printable(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x20)) end--;
  const content = bytes.subarray(0, end);
  let good = 0;
  for (const byte of content) if ((byte >= 0x20 && byte < 0x7f) || byte === 10 || byte === 13) good++;
  if (content.length > 0 && good === content.length) return latin1(content);
  return Array.from(bytes.subarray(0, 256), byte => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Number of values (PS3.5 6.4); 0 for an empty value, for items and for fragments. */
export function multiplicityOf(file: LoadedFile, id: number): number {
  const { table, row } = file.place(id);
  const vr = vrText(table.vr[row]);
  const length = byteLength(file, id);
  const flags = table.flags[row];
  if (flags & (RowFlag.item | RowFlag.fragment)) return 0;
  if (flags & (RowFlag.sequence | RowFlag.encapsulated)) return 1;
  if (length === 0) return 0;
  if (isTextVr(vr)) return isUnsplitText(vr) ? 1 : countValues(bytesOf(file, id, 65_536));
  const width = NUMBER_WIDTH[vr];
  return width ? Math.max(1, Math.floor(length / width)) : 1;
}

const NUMBER_WIDTH: Readonly<Record<string, number>> = {
  US: 2,
  SS: 2,
  UL: 4,
  SL: 4,
  FL: 4,
  FD: 8,
  AT: 4,
  SV: 8,
  UV: 8,
};

function countValues(bytes: Uint8Array): number {
  let count = 1;
  for (const byte of bytes) if (byte === 0x5c) count++;
  return count;
}

/** Beginning of a value for a row; descriptions are in our words and marked as such. */
export function previewOf(file: LoadedFile, id: number, cap: number): { text: string; described: boolean } {
  const { table, row } = file.place(id);
  const flags = table.flags[row];
  const children = file.isContainer(id) ? file.children(id).length : 0;
  const length = byteLength(file, id);
  if (flags & RowFlag.encapsulated) return described(`${Math.max(0, children - 1)} fragments, ${length} bytes`);
  if (flags & RowFlag.sequence) return described(children === 1 ? '1 item' : `${children} items`);
  if (flags & RowFlag.item) return described(children === 1 ? '1 element' : `${children} elements`);
  if (flags & RowFlag.fragment) return described(`${length} bytes`);
  const { text, truncated } = textOf(file, id, cap * 4);
  if (text === '' && truncated) return described(`${length} bytes`);
  const name = vrText(table.vr[row]) === 'UI' ? uidEntry(text)?.name : undefined;
  const shown = name ? `${text} (${name})` : text;
  return { text: shown.length > cap ? `${shown.slice(0, cap)}…` : shown, described: false };
}

function described(text: string): { text: string; described: boolean } {
  return { text, described: true };
}

/** First number of a DS, IS or binary element at the top of the data set; undefined if absent. */
export function firstNumber(file: LoadedFile, tag: number): number | undefined {
  return allNumbers(file, tag)[0];
}

/** All numbers of a top-level attribute; none if it is absent. */
export function allNumbers(file: LoadedFile, tag: number): number[] {
  const id = file.find(tag);
  if (id < 0) return [];
  const { table, row } = file.place(id);
  return numberValues(file.file, row, table).filter(number => Number.isFinite(number));
}

/** The first value of a top-level attribute as text; empty if it is absent. */
export function firstText(file: LoadedFile, tag: number): string {
  const id = file.find(tag);
  return id < 0 ? '' : (textOf(file, id, 1024).text.split('\\')[0]?.trim() ?? '');
}
