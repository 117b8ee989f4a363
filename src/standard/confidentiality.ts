import type { ActionCode, OptionName } from './codes';
import { packed } from './tables/confidentiality';
import { lazy, unpackLines } from './unpack';

/** One row of PS3.15 Table E.1-1. */
export interface ConfidentialityRow {
  /** The tag; for patterns the bits outside `mask` are zero. */
  readonly tag: number;
  /** Bits of a tag that must agree with `tag`. */
  readonly mask: number;
  readonly name: string;
  /** Code of the Basic Profile. */
  readonly basic: ActionCode;
  /** What the options of E.3 say instead. */
  readonly options: Readonly<Partial<Record<OptionName, 'K' | 'C'>>>;
  /** Edition in which the row first appeared, for example `2017c`; editions compare as text. */
  readonly firstSeen: string;
}

/** Option columns in the order of the generated table. */
const COLUMNS: readonly OptionName[] = [
  'RetainSafePrivate',
  'RetainUIDs',
  'RetainDeviceIdentity',
  'RetainInstitutionIdentity',
  'RetainPatientCharacteristics',
  'RetainLongitudinalFullDates',
  'RetainLongitudinalModifiedDates',
  'CleanDescriptors',
  'CleanStructuredContent',
  'CleanGraphics',
];

/** Option cells such as `-K------C-` by option name. */
export function optionCells(cells: string, columns: readonly OptionName[]): Partial<Record<OptionName, 'K' | 'C'>> {
  const options: Partial<Record<OptionName, 'K' | 'C'>> = {};
  columns.forEach((column, i) => {
    const cell = cells[i];
    if (cell === 'K' || cell === 'C') options[column] = cell;
  });
  return options;
}

const PRIVATE_DIGITS = 'ggggeeee';
/** The bit that makes a group odd, as tag and mask of the row for private attributes. */
const PRIVATE = 0x00010000;

function parseRow(line: string): ConfidentialityRow {
  const [digits = '', basic = '', cells = '', firstSeen = '', name = ''] = line.split('\t');
  const isPrivate = digits === PRIVATE_DIGITS;
  return {
    tag: isPrivate ? PRIVATE : parseInt(digits.replaceAll('x', '0'), 16),
    mask: isPrivate
      ? 0x00010000
      : parseInt(
          digits.replace(/./g, c => (c === 'x' ? '0' : 'f')),
          16,
        ),
    name,
    basic: basic as ActionCode,
    options: optionCells(cells, COLUMNS),
    firstSeen,
  };
}

/** Rows in the order of the table: their line, until somebody asks for one. */
const lines = lazy((): (string | ConfidentialityRow)[] => unpackLines(packed));
const rows = lazy((): readonly ConfidentialityRow[] => lines().map((_, i) => rowAt(i)));

function rowAt(index: number): ConfidentialityRow {
  const row = lines()[index]!;
  return typeof row === 'string' ? (lines()[index] = parseRow(row)) : row;
}

/** Places in the table: of single attributes by tag, and of rows for many. */
const places = lazy(() => {
  const exact = new Map<number, number>();
  const patterns: number[] = [];
  unpackLines(packed).forEach((line, i) => {
    const tag = Number(`0x${line.slice(0, 8)}`);
    if (Number.isNaN(tag)) patterns.push(i);
    else exact.set(tag, i);
  });
  return { exact, patterns };
});
const patterns = lazy(() => places().patterns.map(rowAt));

/**
 * Row of Table E.1-1 for a tag, patterns included: `(50xx,xxxx)`, `(60xx,3000)`, `(60xx,4000)` for even groups up to xx1E
 * (PS3.5 7.6), and Private Attributes for every odd group.
 */
export function confidentialityRow(tag: number): ConfidentialityRow | undefined {
  const place = places().exact.get(tag >>> 0);
  if (place !== undefined) return rowAt(place);
  const group = tag >>> 16;
  if (group & 1) return patterns().find(r => r.tag === PRIVATE);
  const repeating = (group & 0xff00) === 0x5000 || (group & 0xff00) === 0x6000;
  if (!repeating || (group & 0xff) > 0x1e) return undefined;
  return patterns().find(r => (tag & r.mask) >>> 0 === r.tag);
}

/** Every row of Table E.1-1. */
export function confidentialityRows(): readonly ConfidentialityRow[] {
  return rows();
}

/** Editions of the table that rows were first seen in, oldest first, the table's own edition last. */
export function tableEditions(): readonly string[] {
  return [...new Set(rows().map(r => r.firstSeen))].sort();
}
