import { reprBytes, reprFloat, reprText } from '../python/repr';
import { pydicomUidName } from './pydicomDictionary';

/** The value of a data element as pydicom holds it, with its two printed forms. */
export interface PyValue {
  /** `str(value)`; what the flattened table shows. */
  str(): string;
  /** What the text dump of a sequence shows. */
  repr(): string;
  /** Value multiplicity as pydicom counts it. */
  readonly vm: number;
  /** `len(value)` for values that have one. */
  readonly length: number;
  /** Parts that other rules look at. */
  readonly numbers?: readonly number[];
  readonly texts?: readonly string[];
}

export const NONE: PyValue = { str: () => '', repr: () => 'None', vm: 0, length: 0 };

/** A single text. */
export function textValue(text: string): PyValue {
  return { str: () => text, repr: () => reprText(text), vm: text === '' ? 0 : 1, length: text.length, texts: [text] };
}

function listValue(printed: () => string[], count: number, extra: Partial<PyValue> = {}): PyValue {
  const str = (): string => (count === 0 ? '' : `[${printed().join(', ')}]`);
  return { str, repr: str, vm: count, length: count, ...extra };
}

/** Several texts: `['A', 'B']`. */
export function textsValue(texts: readonly string[]): PyValue {
  return listValue(() => texts.map(reprText), texts.length, { texts });
}

/** One UID; a dump shows its registered name. */
export function uidValue(uid: string): PyValue {
  return { ...textValue(uid), repr: () => pydicomUidName(uid) };
}

/** Names of persons; several are printed without quotes. */
export function namesValue(names: readonly string[]): PyValue {
  return names.length === 1
    ? textValue(names[0] as string)
    : listValue(() => [...names], names.length, { texts: names });
}

/** Decimal strings: the original text, and as a number in the dump of a single one. */
export function decimalsValue(originals: readonly string[]): PyValue {
  if (originals.length > 1)
    return listValue(() => originals.map(o => (o.trim() === '' ? reprText(o) : o)), originals.length, {
      texts: originals,
    });
  const original = originals[0] as string;
  if (original.trim() === '') return textValue(original);
  return {
    str: () => original,
    repr: () => `'${reprFloat(pythonFloat(original) ?? NaN)}'`,
    vm: 1,
    length: -1,
    texts: originals,
  };
}

/** Integer strings: the original text, and as a number in the dump of a single one. */
export function integersValue(originals: readonly string[]): PyValue {
  if (originals.length > 1)
    return listValue(() => originals.map(o => (o.trim() === '' ? reprText(o) : o)), originals.length, {
      texts: originals,
    });
  const original = originals[0] as string;
  if (original.trim() === '') return textValue(original);
  return { str: () => original, repr: () => `'${integerDigits(original)}'`, vm: 1, length: -1, texts: originals };
}

/** Binary numbers, already printed. */
export function numbersValue(numbers: readonly number[], print: (n: number) => string): PyValue {
  if (numbers.length === 1) {
    const str = (): string => print(numbers[0] as number);
    return { str, repr: str, vm: 1, length: -1, numbers };
  }
  return listValue(() => numbers.map(print), numbers.length, { numbers });
}

/** 64-bit integers or tags, already printed. */
export function printedValue(printed: readonly string[]): PyValue {
  if (printed.length !== 1) return listValue(() => [...printed], printed.length);
  const str = (): string => printed[0] as string;
  return { str, repr: str, vm: 1, length: -1 };
}

/** Bytes. The array must stay valid. */
export function bytesValue(read: () => Uint8Array, length: number): PyValue {
  const str = (): string => reprBytes(read());
  return { str, repr: str, vm: length === 0 ? 0 : 1, length };
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const NAMED = /^([+-]?)(?:(inf|infinity)|nan)$/i;
const INTEGER = /^[+-]?\d+(?:_\d+)*$/;

/** `float(text)` for ASCII text; null for what Python refuses. */
export function pythonFloat(text: string): number | null {
  const plain = text.trim();
  if (FLOAT.test(plain)) return Number(plain.replaceAll('_', ''));
  const named = NAMED.exec(plain);
  if (!named) return null;
  return named[2] ? (named[1] === '-' ? -Infinity : Infinity) : NaN;
}

/** True if `int(text)` or a loss-free `int(float(text))` works. */
export function isPythonInteger(text: string): boolean {
  const plain = text.trim();
  if (INTEGER.test(plain)) return true;
  const value = pythonFloat(plain);
  return value !== null && Number.isInteger(value);
}

function integerDigits(text: string): string {
  const plain = text.trim();
  return INTEGER.test(plain)
    ? String(BigInt(plain.replaceAll('_', '').replace('+', '')))
    : String(BigInt(pythonFloat(plain) ?? 0));
}
