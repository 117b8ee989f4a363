/** Greatest number of characters of one value, PS3.5 Table 6.2-1; VRs without a limit that matters are left out. */
const MAX_LENGTH: Readonly<Record<string, number>> = {
  AE: 16,
  AS: 4,
  CS: 16,
  DA: 8,
  DS: 16,
  DT: 26,
  IS: 12,
  LO: 64,
  LT: 10240,
  PN: 64,
  SH: 16,
  ST: 1024,
  TM: 14,
  UI: 64,
};

/** VRs that hold text of people, so that a regular expression or a template makes sense. */
export const TEXT_VRS: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);

/** VRs whose value is bytes or binary numbers. */
export const BINARY_VRS: ReadonlySet<string> = new Set('AT FD FL OB OD OF OL OV OW SL SS SV UL UN US UV'.split(' '));

/** Multi-valued text is split at backslashes, except in these (PS3.5 6.2). */
const SINGLE_VALUED: ReadonlySet<string> = new Set(['LT', 'ST', 'UR', 'UT']);

/** The values of a value field as text. */
export function splitValues(vr: string, value: string): string[] {
  return SINGLE_VALUED.has(vr) ? [value] : value.split('\\');
}

/** Characters that one value of this VR may have, per component group for PN. */
export function maxLength(vr: string): number | undefined {
  return Object.hasOwn(MAX_LENGTH, vr) ? MAX_LENGTH[vr] : undefined;
}

const PATTERNS: Readonly<Record<string, readonly [pattern: RegExp, expected: string]>> = {
  AE: [/^[^\\\p{Cc}]*$/u, 'printable characters without a backslash'],
  AS: [/^\d{3}[DWMY]$/, 'three digits and D, W, M or Y, for example 045Y'],
  CS: [/^[A-Z0-9_ ]*$/, 'upper-case letters, digits, blank and underscore'],
  DA: [/^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, 'a date YYYYMMDD'],
  DS: [/^ *[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)? *$/, 'a decimal number'],
  DT: [
    /^\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d(([0-5]\d|60)(\.\d{1,6})?)?)?)?)?)?([+-]\d{4})?$/,
    'a date and time YYYYMMDDHHMMSS',
  ],
  IS: [/^ *[+-]?\d+ *$/, 'a whole number'],
  TM: [/^([01]\d|2[0-3])([0-5]\d(([0-5]\d|60)(\.\d{1,6})?)?)?$/, 'a time HHMMSS'],
  UI: [/^(0|[1-9]\d*)(\.(0|[1-9]\d*))*$/, 'numbers without leading zeros, separated by dots'],
  LO: [/^[^\p{Cc}]*$/u, 'text on one line'],
  SH: [/^[^\p{Cc}]*$/u, 'text on one line'],
  PN: [/^[^\p{Cc}]*$/u, 'text on one line'],
  US: [/^\d+$/, 'a whole number from 0'],
  UL: [/^\d+$/, 'a whole number from 0'],
  SS: [/^-?\d+$/, 'a whole number'],
  SL: [/^-?\d+$/, 'a whole number'],
  FL: [/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/, 'a number'],
  FD: [/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/, 'a number'],
};

/** What PS3.5 6.2 expects where one value is not in the repertoire of its VR; `undefined` if it is. Empty values are fine. */
export function repertoireError(vr: string, value: string): string | undefined {
  const entry = Object.hasOwn(PATTERNS, vr) ? PATTERNS[vr] : undefined;
  return entry && value !== '' && !entry[0].test(value) ? entry[1] : undefined;
}

/** Whether `count` values fit a value multiplicity of PS3.6 such as `1`, `2-n`, `2-2n`, `1-3`. */
export function fitsMultiplicity(vm: string, count: number): boolean {
  const [low = '1', high] = vm.split(/-| or /);
  const least = parseInt(low, 10);
  if (high === undefined) return count === least;
  const step = /^(\d*)n$/.exec(high)?.[1];
  if (step !== undefined) return count >= least && count % (Number(step || '1') || 1) === 0;
  return count >= least && count <= parseInt(high, 10);
}
