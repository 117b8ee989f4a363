import type { TextMode } from '../../../src/profile/model';
import type { SweepingTextCleaner } from '../../../src/deid/text/cleaner';
import { harvestFrom, type HeaderEntry } from '../../../src/deid/text/harvest';

/** One line of the development strings and of the held-out generator. */
export interface Sample {
  readonly attr: string;
  readonly text: string;
  readonly spans: readonly { readonly s: number; readonly e: number; readonly type: string; readonly src?: string }[];
  readonly header: Readonly<Record<string, string | readonly string[]>>;
  readonly tmpl?: string;
  readonly pool?: string;
}

interface Tally {
  removed: number;
  all: number;
}

export interface Evaluation {
  readonly phi: Tally;
  readonly other: Tally;
  readonly byType: ReadonlyMap<string, Tally>;
  readonly bySource: ReadonlyMap<string, Tally>;
  readonly byTemplate: ReadonlyMap<string, { readonly phi: Tally; readonly other: Tally }>;
  readonly leakFree: Tally;
  readonly intact: Tally;
  readonly leaks: readonly string[];
  readonly losses: readonly string[];
}

const GENERIC = new Set(
  'hospital medical center centre clinic community general regional memorial health system imaging cancer and of the st for in'.split(
    ' ',
  ),
);
const DATES = /Date$/;
const NAMES = /Name$|Physician|OperatorsName/;

export function headerEntries(header: Sample['header']): HeaderEntry[] {
  return Object.entries(header).map(([keyword, value]) => ({
    keyword,
    vr: DATES.test(keyword) ? 'DA' : NAMES.test(keyword) && keyword !== 'InstitutionName' ? 'PN' : 'LO',
    values: typeof value === 'string' ? value.split('\\') : value,
  }));
}

const LONG = new Set(['AdditionalPatientHistory', 'PatientComments', 'ImageComments', 'MedicalAlerts', 'TextValue']);

/** Counts PHI tokens removed and other tokens kept, as the acceptance does: by letters-and-digits tokens of the old text. */
export function evaluate(cleaner: SweepingTextCleaner, samples: readonly Sample[], mode: TextMode): Evaluation {
  const phi = { removed: 0, all: 0 };
  const other = { removed: 0, all: 0 };
  const leakFree = { removed: 0, all: 0 };
  const intact = { removed: 0, all: 0 };
  const byType = new Map<string, Tally>();
  const bySource = new Map<string, Tally>();
  const byTemplate = new Map<string, { phi: Tally; other: Tally }>();
  const leaks: string[] = [];
  const losses: string[] = [];
  const count = (tally: Tally, removed: boolean): void => {
    tally.all++;
    if (removed) tally.removed++;
  };
  const at = (map: Map<string, Tally>, key: string): Tally => {
    let tally = map.get(key);
    if (tally === undefined) map.set(key, (tally = { removed: 0, all: 0 }));
    return tally;
  };
  for (const sample of samples) {
    const harvest = harvestFrom(headerEntries(sample.header));
    const vr = LONG.has(sample.attr) ? 'LT' : 'LO';
    const result = cleaner.clean(sample.text, { vr, keyword: sample.attr, mode, multi: false }, harvest);
    const mask = new Uint8Array(sample.text.length);
    for (const span of result.spans) mask.fill(1, span.start, span.end);
    const gold = new Int16Array(sample.text.length).fill(-1);
    sample.spans.forEach((span, i) => gold.fill(i, span.s, span.e));
    const template = sample.tmpl?.split('/')[0] ?? '';
    let group = byTemplate.get(template);
    if (group === undefined)
      byTemplate.set(template, (group = { phi: { removed: 0, all: 0 }, other: { removed: 0, all: 0 } }));
    let leaked = false;
    let lost = false;
    for (const match of sample.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      let start = match.index;
      let end = start + match[0].length;
      const token = match[0];
      const isPhi = gold.subarray(start, end).some(i => i >= 0);
      if (isPhi) {
        while (start < end && gold[start] === -1) start++;
        while (end > start && gold[end - 1] === -1) end--;
        const span = sample.spans[gold[start] as number];
        if (span === undefined || (span.type === 'INSTITUTION' && GENERIC.has(token.toLowerCase()))) continue;
        const removed = mask.subarray(start, end).every(bit => bit === 1);
        count(phi, removed);
        count(group.phi, removed);
        count(at(byType, span.type), removed);
        count(at(bySource, `${span.src ?? '-'}`), removed);
        if (!removed) {
          leaked = true;
          leaks.push(
            `${span.type}/${span.src ?? ''}/${sample.pool ?? ''} [${token}] :: ${sample.text} :: -> ${result.text}`,
          );
        }
      } else {
        const removed = mask.subarray(start, end).some(bit => bit === 1);
        count(other, removed);
        count(group.other, removed);
        if (removed) {
          lost = true;
          const span = result.spans.find(s => s.start < end && s.end > start);
          losses.push(`[${token}] ${span?.recognizer ?? ''} (${span?.reason ?? ''}) :: ${sample.text}`);
        }
      }
    }
    if (sample.spans.length > 0) count(leakFree, !leaked);
    else count(intact, !lost);
  }
  return { phi, other, byType, bySource, byTemplate, leakFree, intact, leaks, losses };
}

export const percent = (part: number, all: number): string => (all === 0 ? '-' : ((100 * part) / all).toFixed(2));

/** What is worst to leave in a text, first: the patient's name, then what leads to the patient, then other people and places. */
const SEVERITY = [
  'NAME_PATIENT',
  'SSN',
  'ID',
  'ADDRESS',
  'PHONE',
  'EMAIL',
  'DATE',
  'AGE90',
  'INITIALS',
  'NAME_OTHER',
  'NAME_STAFF',
  'DEVICE',
  'ACRONYM',
  'INSTITUTION',
];
const severityOf = (leak: string): number => {
  const at = SEVERITY.indexOf(leak.slice(0, leak.indexOf('/')));
  return at < 0 ? SEVERITY.length : at;
};

/** The report: both figures overall and per category, and the worst examples. */
export function report(name: string, result: Evaluation, examples: number): string {
  const { phi, other, leakFree, intact } = result;
  const lines = [
    `${name}: removed ${percent(phi.removed, phi.all)} % of ${phi.all} PHI tokens, kept ${percent(other.all - other.removed, other.all)} % of ${other.all} others; leak-free ${percent(leakFree.removed, leakFree.all)} %, intact ${percent(intact.removed, intact.all)} %`,
  ];
  const list = (map: ReadonlyMap<string, Tally>): string =>
    [...map.entries()]
      .sort((a, b) => b[1].all - a[1].all)
      .map(([key, tally]) => `${key} ${percent(tally.removed, tally.all)} (${tally.all})`)
      .join(', ');
  lines.push(`  by type: ${list(result.byType)}`, `  by source: ${list(result.bySource)}`);
  for (const [category, { phi, other }] of [...result.byTemplate].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(
      `  ${category.padEnd(18)} removed ${percent(phi.removed, phi.all)} (${phi.all}), kept ${percent(other.all - other.removed, other.all)} (${other.all})`,
    );
  // One word of each text; sorting keeps the order among equals.
  const texts = new Set<string>();
  const worst = [...result.leaks]
    .sort((a, b) => severityOf(a) - severityOf(b))
    .filter(leak => {
      const text = leak.split(' :: ')[1] as string;
      return !texts.has(text) && texts.add(text);
    });
  for (const leak of worst.slice(0, examples)) lines.push(`  LEAK ${leak}`);
  for (const loss of result.losses.slice(0, examples)) lines.push(`  LOST ${loss}`);
  return lines.join('\n');
}
