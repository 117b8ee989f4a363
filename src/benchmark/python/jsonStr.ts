import { reprFloat, reprText } from './repr';

/** A value as `JSON.parse` gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Python's `str()` of a value read from JSON: `['TCIA', 'P15']`, `None`, `True`. */
export function jsonStr(value: Json): string {
  return typeof value === 'string' ? value : jsonRepr(value);
}

function jsonRepr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return reprText(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : reprFloat(value);
  if (isList(value)) return `[${value.map(jsonRepr).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${reprText(key)}: ${jsonRepr(item)}`)
    .join(', ')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
