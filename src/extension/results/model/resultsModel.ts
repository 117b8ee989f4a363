import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { formatTagPath, parseTagPath } from '../../../dicom/tagPath';
import type {
  AffectedFiles,
  ChangesOverview,
  CheckFiles,
  DiscrepancyPage,
  DiscrepancyQuery,
  ProfileFault,
  ResultFigure,
  ResultPlace,
  ResultsOverview,
  RuleOrigin,
  RunRecord,
  TableId,
} from '../../../protocol/results';
import { ChangesModel } from './changesModel';
import { readDiscrepancies, readVerify, verifyDiscrepancies, type Discrepancy, type VerifyFile } from './discrepancy';
import { DiscrepancyView } from './discrepancyView';
import { FileIndex } from './fileIndex';
import { placesOf } from './places';
import { generalTag, profileFaults } from './profileFaults';
import { PUBLISHED } from './published';
import { Responsibility } from './responsible';
import { UserError } from '../../../protocol/userError';

/** The parts of `report.json` the page shows. */
interface Report {
  readonly score: string;
  readonly fraction: number;
  readonly counts: { readonly pass: number; readonly fail: number; readonly blank: number };
  readonly actions: readonly ResultFigure[];
  readonly categories: readonly ResultFigure[];
  readonly modalities: readonly ResultFigure[];
  readonly worstTags: readonly ResultFigure[];
  readonly warnings: readonly { readonly message: string }[];
}

/** Inputs without output that are listed; `not-written.csv` has all. */
const MOST_NOT_WRITTEN = 500;

/** One run's reports, read from its folders. Values of files stay here and go to the page row by row. */
export class ResultsModel {
  readonly #rows: readonly Discrepancy[];
  readonly #view: DiscrepancyView;
  readonly #files: FileIndex;
  readonly #verify: VerifyFile | undefined;
  readonly #report: Report | undefined;
  #changes: ChangesModel | undefined;

  constructor(
    readonly run: RunRecord,
    private readonly previous: RunRecord | null,
  ) {
    const { reports, verify } = run.paths;
    this.#report = readReport(reports);
    this.#verify = verify === undefined ? undefined : readVerify(verify);
    const checks = reports === undefined ? [] : readDiscrepancies(reports);
    const findings = this.#verify ? verifyDiscrepancies(this.#verify, checks.length) : [];
    const responsibility = Responsibility.of(run.profile);
    this.#rows = [...checks, ...findings];
    if (responsibility) for (const row of this.#rows) row.rule = responsibility.for(row);
    this.#view = new DiscrepancyView(this.#rows);
    this.#files = new FileIndex(run.paths);
  }

  overview(): ResultsOverview {
    const before = this.previous ? readReport(this.previous.paths.reports) : undefined;
    const report = this.#report;
    const notWritten = this.#notWritten();
    return {
      run: this.run,
      profileLabel: this.run.profile.startsWith('builtin:') ? this.run.profile : basename(this.run.profile),
      ...(report && { score: { text: report.score, fraction: report.fraction, ...report.counts } }),
      ...(report &&
        before &&
        this.previous && {
          previous: { label: labelOf(this.previous), text: before.score, fraction: before.fraction },
        }),
      published: PUBLISHED,
      actions: withBefore(report?.actions, before?.actions),
      categories: withBefore(report?.categories, before?.categories),
      modalities: withBefore(report?.modalities, before?.modalities),
      worst: withBefore(report?.worstTags, before?.worstTags),
      warnings: report?.warnings.map(warning => warning.message) ?? [],
      ...(this.#verify && {
        verify: Object.entries(this.#verify.checks).map(([check, counts]) => ({ check, ...counts })),
      }),
      notWritten: notWritten.slice(0, MOST_NOT_WRITTEN),
      notWrittenTotal: notWritten.length,
      discrepancies: this.#rows.length,
      places: placesOf(this.run).map(({ id, label }): ResultPlace => ({ id, label })),
    };
  }

  rows(query: DiscrepancyQuery, from: number, to: number): DiscrepancyPage {
    return this.#view.page(query, from, to);
  }

  /** Compares with another run; its rows are asked for with `changeRows`. */
  changes(other: RunRecord): ChangesOverview {
    this.#changes = new ChangesModel(this.run, other, labelOf(other), Responsibility.of(this.run.profile));
    return this.#changes.overview;
  }

  changeRows(query: DiscrepancyQuery, from: number, to: number): DiscrepancyPage {
    return this.#changes?.page(query, from, to) ?? { total: 0, matches: 0, from, rows: [], problem: '' };
  }

  files(id: number, of: TableId): CheckFiles {
    const { instance, tag } = this.#row(id, of);
    const steps = parseTagPath(tag);
    return { ...this.#files.find(instance), tag: steps ? formatTagPath(steps) : tag };
  }

  origin(id: number, of: TableId): RuleOrigin | null {
    return this.#row(id, of).rule?.origin ?? null;
  }

  /** Where rules stand in the profile as it is now; what was changed since is left out until the next run. */
  faults(): readonly ProfileFault[] {
    const now = Responsibility.of(this.run.profile);
    if (!now) return [];
    const rows = this.#rows.map(row => ({ ...row, rule: now.for(row), was: row.rule?.action }));
    return profileFaults(
      rows.filter(({ rule, was }) => rule?.action === was),
      this.run.profile,
    );
  }

  affected(tags: readonly string[]): AffectedFiles {
    const wanted = new Set(tags);
    const rows = wanted.size === 0 ? this.#rows : this.#rows.filter(row => wanted.has(generalTag(row.tag)));
    return this.#files.affected(new Set(rows.map(row => row.instance)));
  }

  #row(id: number, of: TableId): Discrepancy {
    const row = of === 'changes' ? this.#changes?.rows[id] : this.#rows[id];
    if (!row) throw new UserError('This discrepancy is no longer there; the run was read again.');
    return row;
  }

  #notWritten(): ResultsOverview['notWritten'] {
    const path = this.run.paths.runFolder === undefined ? '' : join(this.run.paths.runFolder, 'not-written.csv');
    if (path === '' || !existsSync(path)) return [];
    const records = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
    return records.map(({ file = '', state = '', code = '', reason = '' }) => ({
      file,
      state,
      reason: reason === '' ? code : reason,
    }));
  }
}

function readReport(folder: string | undefined): Report | undefined {
  const path = folder === undefined ? '' : join(folder, 'report.json');
  if (path === '' || !existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}

function withBefore(now: readonly ResultFigure[] = [], before: readonly ResultFigure[] | undefined): ResultFigure[] {
  const known = new Map(before?.map(figure => [figure.label, figure]));
  return now.map(({ label, pass, fail, blank }) => {
    const old = known.get(label);
    return {
      label,
      pass,
      fail,
      blank,
      ...(old && { before: { pass: old.pass, fail: old.fail, blank: old.blank } }),
    };
  });
}

/** A run in a few words: when, and by which profile. */
export function labelOf(run: RunRecord): string {
  const profile = run.profile.startsWith('builtin:') ? run.profile : basename(run.profile);
  return [run.started.slice(0, 16).replace('T', ' '), profile].filter(part => part !== '').join(', ');
}
