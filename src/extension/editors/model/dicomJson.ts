import { RowFlag } from '../../../dicom/elementTable';
import { isTextVr, numberValues, stringValues } from '../../../dicom/values';
import type { LoadedFile } from './loadedFile';
import { vrOf } from './nodeFacts';
import { bytesOf, byteLength } from './nodeValue';

/** Binary values above this length are left out of an export. */
const INLINE_BYTES = 65_536;
const NUMBERS = new Set(['DS', 'FD', 'FL', 'IS', 'SL', 'SS', 'UL', 'US']);
const BIG = new Set(['SV', 'UV']);

interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
}

/** A data element in the DICOM JSON model (PS3.18 F.2.2), as `{ "ggggeeee": { vr, Value } }`. */
export function elementJson(file: LoadedFile, id: number): Record<string, JsonAttribute> {
  const key = file.tag(id).toString(16).padStart(8, '0').toUpperCase();
  return { [key]: attributeJson(file, id) };
}

/** Elements directly inside a node in the DICOM JSON model; -1: the whole data set without file meta information. */
export function itemJson(
  file: LoadedFile,
  parent: number,
  wanted?: (id: number) => boolean,
): Record<string, JsonAttribute> {
  const out: Record<string, JsonAttribute> = {};
  for (const id of file.children(parent)) {
    if (id < file.metaCount || (wanted && !wanted(id))) continue;
    Object.assign(out, elementJson(file, id));
  }
  return out;
}

function attributeJson(file: LoadedFile, id: number): JsonAttribute {
  const { table, row } = file.place(id);
  const vr = vrOf(file, id) || 'SQ';
  const flags = table.flags[row];
  if (flags & RowFlag.sequence) {
    const items = file.isContainer(id) ? [...file.children(id)].map(item => itemJson(file, item)) : [];
    return { vr: 'SQ', ...(items.length ? { Value: items } : {}) };
  }
  if (byteLength(file, id) === 0 || flags & RowFlag.encapsulated) return { vr };
  if (NUMBERS.has(vr)) {
    const numbers = numberValues(file.file, row, table).map(number => (Number.isFinite(number) ? number : null));
    return { vr, Value: numbers };
  }
  if (isTextVr(vr) || vr === 'AT' || BIG.has(vr)) {
    const values = stringValues(file.file, row, table).map(text => (text === '' ? null : valueJson(vr, text)));
    return { vr, Value: values };
  }
  if (byteLength(file, id) > INLINE_BYTES) return { vr };
  return { vr, InlineBinary: Buffer.from(bytesOf(file, id, INLINE_BYTES)).toString('base64') };
}

function valueJson(vr: string, text: string): unknown {
  if (vr === 'AT') return text.replace(/[(),]/g, '').toUpperCase();
  if (vr !== 'PN') return text;
  const [alphabetic = '', ideographic = '', phonetic = ''] = text.split('=');
  return {
    ...(alphabetic ? { Alphabetic: alphabetic } : {}),
    ...(ideographic ? { Ideographic: ideographic } : {}),
    ...(phonetic ? { Phonetic: phonetic } : {}),
  };
}
