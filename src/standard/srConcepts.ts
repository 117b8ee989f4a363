import type { ActionCode, OptionName } from './codes';
import { optionCells } from './confidentiality';
import { packed } from './tables/srConcepts';
import { lazy, unpackLines } from './unpack';

/** One row of PS3.15 Table E.3.4-1: what happens to a content item of a structured report, by its concept name. */
export interface SrConcept {
  readonly code: string;
  /** Coding Scheme Designator, for example `DCM`. */
  readonly scheme: string;
  readonly meaning: string;
  readonly valueType: string;
  readonly retired: boolean;
  readonly basic: ActionCode;
  readonly options: Readonly<Partial<Record<OptionName, 'K' | 'C'>>>;
}

const COLUMNS: readonly OptionName[] = [
  'RetainUIDs',
  'RetainDeviceIdentity',
  'RetainInstitutionIdentity',
  'RetainPatientCharacteristics',
  'RetainLongitudinalFullDates',
  'RetainLongitudinalModifiedDates',
  'CleanDescriptors',
];

const rows = lazy((): readonly SrConcept[] =>
  unpackLines(packed).map(line => {
    const [code = '', scheme = '', basic = '', cells = '', valueType = '', flag = '', meaning = ''] = line.split('\t');
    const options = optionCells(cells, COLUMNS);
    return { code, scheme, meaning, valueType, retired: flag === 'R', basic: basic as ActionCode, options };
  }),
);
const index = lazy(() => new Map(rows().map(r => [`${r.code}\t${r.scheme}`, r])));

/** Row for a concept name code. */
export function srConcept(code: string, scheme: string): SrConcept | undefined {
  return index().get(`${code.trim()}\t${scheme.trim()}`);
}

/** Every row of Table E.3.4-1. */
export function srConcepts(): readonly SrConcept[] {
  return rows();
}
