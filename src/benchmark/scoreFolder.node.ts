import { mkdirSync, openSync, closeSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { CheckContext } from './checks/verdict';
import type { KeyInstance } from './key/answerKey';
import type { Check } from './key/check';
import { CategoryColumns } from './key/check';
import { CheckReader } from './key/checkReader';
import { readAnswers } from './key/readAnswers';
import { rowList, rowsOf } from './key/rowNames';
import { openAnswerKey, readMapping, utf8 } from './key/openInputs.node';
import type { Mapping } from './key/mapping';
import { HiddenTexts } from './ocr/hiddenText.node';
import { hiddenBoxes } from './ocr/hiddenBoxes';
import { writeReports, writeSummary } from './report/writeReports.node';
import { ResultCollector } from './results/collector';
import { headlineOf } from './results/headline';
import type { Pictures } from './report/pictures.node';
import type { ResultRow, RowIdentity } from './results/resultRow';
import { checkFile, checkMissing } from './results/resultRow';
import { ResultsDatabase } from './results/resultsDatabase';
import { batchesOf } from './scan/batches';
import { missingInstances } from './scan/missing';
import { FlatFile } from './scan/flatFile.node';
import type { FoundFile } from './scan/findFiles.node';
import { findFiles } from './scan/findFiles.node';
import type { ScoreEvent, ScoreOptions, ScoreSummary } from './scoreOptions';
import { ScoreError } from './scoreOptions';
import type { StrictRun } from './strict/strictRun.node';
import { TextValidator } from './validateText';
import { writeAll } from './writeAll.node';

/**
 * Scores a folder of de-identified files against an answer key, row for row as the official MIDI-B scripts do, and writes
 * their result files to `options.out`. Memory does not grow with the number of files.
 * @throws ScoreError for inputs that cannot be used, and the signal's reason when aborted; nothing is left half written.
 */
export async function scoreFolder(
  options: ScoreOptions,
  onEvent: (event: ScoreEvent) => void = () => undefined,
): Promise<ScoreSummary> {
  return new ScoringRun(options, onEvent).run();
}

class ScoringRun {
  private readonly started = performance.now();
  private readonly warnings: { code: string; message: string }[] = [];
  private readonly columns = new CategoryColumns();
  private readonly checks = new CheckReader(this.columns, utf8);
  private readonly unmapped: string[] = [];
  private vanished = 0;
  /** Rows of the key whose answers cannot be read. */
  private readonly unreadable = new Set<number>();
  private missing = 0;
  private strict: StrictRun | null = null;
  private pictures: Pictures | null = null;

  constructor(
    private readonly options: ScoreOptions,
    private readonly onEvent: (event: ScoreEvent) => void,
  ) {}

  async run(): Promise<ScoreSummary> {
    const { options } = this;
    mustBeFolder(options.curated, 'folder to score');
    const uids = readMapping(options.uids, 'UID mapping');
    const patients = readMapping(options.patients, 'patient mapping');
    this.warnOfRepeats(options.uids, uids);
    this.warnOfRepeats(options.patients, patients);
    const key = await openAnswerKey(options.key);
    try {
      this.warnOfGaps(key.instances, uids, patients);
      return await this.score(key.instances, uids, patients);
    } finally {
      key.close();
    }
  }

  private async score(instances: readonly KeyInstance[], uids: Mapping, patients: Mapping): Promise<ScoreSummary> {
    const { options } = this;
    mkdirSync(options.out, { recursive: true });
    const database = join(options.out, 'validation_results.db');
    const partial = `${database}.partial`;
    const fd = openSync(partial, 'w');
    try {
      const results = new ResultsDatabase({ write: (at, bytes) => writeAll(fd, bytes, at) }, this.columns);
      const collector = new ResultCollector(this.columns, options.series ?? false, row => results.append(row));
      const found = findFiles(options.curated, (done, all) => this.progress('index', done, all), options.signal);
      this.strict = await this.openStrict(found.files, uids);
      await this.checkAll(found.files, instances, uids, patients, collector);
      results.finish();
      closeSync(fd);
      renameSync(partial, database);
      this.warnAfter(found.skipped.filter(skip => skip.reason !== 'not-dicom').length, instances.length);
      const more = await this.strict?.finish(options.dciodvfy ?? true, (done, all) =>
        this.progress('strict', done, all),
      );
      this.progress('report', 0, 1);
      const places = await writeReports(options.out, collector, { 'validation_results.db': database });
      const summary = { ...this.summary(collector, found, instances.length, places), ...more };
      const complete = writeSummary(options.out, summary, collector, this.pictures ?? undefined);
      this.progress('report', 1, 1);
      return complete;
    } catch (error) {
      closeQuietly(fd);
      rmSync(partial, { force: true });
      throw error;
    }
  }

  private async checkAll(
    files: readonly FoundFile[],
    instances: readonly KeyInstance[],
    uids: Mapping,
    patients: Mapping,
    collector: ResultCollector,
  ): Promise<void> {
    const { options } = this;
    const context: CheckContext = {
      validator: new TextValidator(options.tokenizer ?? '3.8'),
      uids: bracketed(uids),
      patients: bracketed(patients),
    };
    const byInstance = new Map<string, KeyInstance[]>();
    for (const instance of instances) {
      const same = byInstance.get(instance.instance);
      if (same) same.push(instance);
      else byInstance.set(instance.instance, [instance]);
    }
    const lookedUp = new Set<string>();
    const answersOf = (instance: string): readonly KeyInstance[] => {
      const old = uids.newToOld.get(instance);
      return old !== undefined && uids.oldToNew.get(old) === instance ? (byInstance.get(old) ?? []) : [];
    };
    const boxes = hiddenBoxes(utf8);
    const hidden = new HiddenTexts(
      files,
      at => (files[at].image ? answersOf(files[at].identity.instance).flatMap(boxes) : []),
      options.ocr ?? null,
    );
    const cpus = options.perFile ? Number.MAX_SAFE_INTEGER : (options.cpus ?? 1);
    let done = 0;
    for (const batch of batchesOf(
      files.map(file => file.identity.instance),
      cpus,
    )) {
      options.signal?.throwIfAborted();
      const opened = batch.map(at => ({ found: files[at], source: files[at].open() }));
      const flat = opened.map(({ source }) => new FlatFile(source.file));
      for (const file of flat) if (!options.perFile) file.mates = flat;
      for (let i = 0; i < flat.length; i++) {
        const { found } = opened[i];
        const old = uids.newToOld.get(found.identity.instance);
        if (old === undefined) this.unmapped.push(found.path);
        else {
          lookedUp.add(old);
          flat[i].hidden = await hidden.of(batch[i]);
          await this.checkOne(answersOf(found.identity.instance), flat[i], i, found, context, collector);
        }
        flat[i].table.forgetValues();
        this.progress('check', ++done, files.length);
      }
      for (const { source } of opened) source.close();
      await pause();
    }
    for (const instance of missingInstances(byInstance, lookedUp, options.perFile ? 1 : (options.cpus ?? 1))) {
      options.signal?.throwIfAborted();
      this.missing++;
      const checks = this.checksOf(instance);
      if (checks) checkMissing(checks, keyIdentity(instance), collector);
    }
  }

  private async checkOne(
    answers: readonly KeyInstance[],
    file: FlatFile,
    index: number,
    found: FoundFile,
    context: CheckContext,
    collector: ResultCollector,
  ): Promise<void> {
    const identity = identityOf(found);
    for (const answer of answers) {
      const checks = this.checksOf(answer);
      if (!checks) continue;
      const discrepancies = collector.discrepancies.length;
      this.vanished += checkFile(checks, file, index, identity, context, collector);
      await this.picture(collector.discrepancies, discrepancies, file, found.path, answer.instance);
      await this.strict?.inspect(checks, file, found, answer.instance, String(answer.patient));
    }
  }

  /** Draws the pixel checks among the rows from `first` on. */
  private async picture(
    rows: readonly ResultRow[],
    first: number,
    { file }: FlatFile,
    path: string,
    oldInstance: string,
  ): Promise<void> {
    if (!this.pictures) return;
    for (let i = first; i < rows.length; i++) {
      if (!this.pictures.explains(rows[i])) continue;
      const before = this.strict?.original(oldInstance);
      try {
        if (before) await this.pictures.add(rows[i], path, before.file, file);
      } finally {
        before?.close();
      }
    }
  }

  /** Strict mode, or the files before de-identification, bring in more than the official checks. */
  private async openStrict(files: readonly FoundFile[], uids: Mapping): Promise<StrictRun | null> {
    const { options } = this;
    const strict = options.mode === 'strict';
    if (!strict && !options.input) return null;
    if (options.input) mustBeFolder(options.input, 'folder of originals');
    else
      this.warn(
        'no-input',
        'Without the files before de-identification, images, conformance and mapped UIDs are not compared.',
      );
    const { StrictRun } = await import('./strict/strictRun.node');
    if (options.input && (options.pictures ?? true))
      this.pictures = new (await import('./report/pictures.node')).Pictures();
    const known = new Set(files.map(file => file.identity.instance));
    return new StrictRun(options.curated, options.input, strict, uids, known, options.signal);
  }

  private checksOf(instance: KeyInstance): Check[] | null {
    const checks = readAnswers(instance, this.checks);
    if (!checks) this.unreadable.add(instance.row);
    return checks;
  }

  private progress(phase: 'index' | 'check' | 'strict' | 'report', done: number, all: number): void {
    this.onEvent({ type: 'progress', phase, done, total: all });
  }

  private warn(code: string, message: string): void {
    this.warnings.push({ code, message });
    this.onEvent({ type: 'warning', code, message });
  }

  private warnOfRepeats(path: string, mapping: Mapping): void {
    const { repeatedOld, repeatedNew } = mapping;
    if (repeatedOld.length > 0)
      this.warn(
        'repeated-old',
        `${path}: ${rowList(repeatedOld)} an id_old that was there before; the first one counts.`,
      );
    if (repeatedNew.length > 0)
      this.warn('repeated-new', `${path}: ${rowList(repeatedNew)} the id_new of another id_old; the last one counts.`);
  }

  /** Instances and patients of the key without a row in the mappings: what is theirs can never be found. */
  private warnOfGaps(instances: readonly KeyInstance[], uids: Mapping, patients: Mapping): void {
    const { options } = this;
    const rows = instances.filter(({ instance }) => !uids.oldToNew.has(instance)).map(({ row }) => row);
    if (rows.length > 0)
      this.warn(
        'no-mapping',
        `${options.uids}: no row for the SOP Instance UIDs of the answer key ${options.key} in ${rowsOf(rows)}; they count as missing.`,
      );
    const known = new Set([...patients.oldToNew.keys()].map(withoutZeros));
    const strangers = instances
      .filter(({ patient }) => !known.has(withoutZeros(String(patient))))
      .map(({ row }) => row);
    if (strangers.length > 0)
      this.warn(
        'no-patient-mapping',
        `${options.patients}: no row for the PatientID of the answer key ${options.key} in ${rowsOf(strangers)}; no new one can be right for them.`,
      );
  }

  private warnAfter(skipped: number, inKey: number): void {
    if (skipped > 0)
      this.warn(
        'skipped-files',
        `${skipped} DICOM file(s) could not be indexed and were left out; report.json lists them.`,
      );
    if (this.unmapped.length > 0)
      this.warn(
        'unmapped',
        `${this.options.uids}: no row has the SOP Instance UID of ${this.unmapped.length} file(s) as its id_new, the first ${this.unmapped[0]}.`,
      );
    if (this.missing === inKey)
      this.warn(
        'nothing-matches',
        `${this.options.key}: no file of ${this.options.curated} belongs to this answer key; is it the key of another data set?`,
      );
    if (this.unreadable.size > 0)
      this.warn(
        'unreadable-answers',
        `${this.options.key}: ${rowList([...this.unreadable].sort((a, b) => a - b))} answers that cannot be read; their instances have no rows in the results.`,
      );
    if (this.vanished > 0)
      this.warn(
        'no-row',
        `${this.vanished} pixels_hidden check(s) could not be looked at and have no row, as in the official results.`,
      );
  }

  private summary(
    collector: ResultCollector,
    found: ReturnType<typeof findFiles>,
    inKey: number,
    places: Readonly<Record<string, string>>,
  ): ScoreSummary {
    const { options } = this;
    return {
      name: options.name ?? basename(resolve(options.out)),
      ...headlineOf(collector),
      files: {
        found: found.regularFiles,
        checked: found.files.length - this.unmapped.length,
        skipped: found.skipped,
        unmapped: this.unmapped,
      },
      instances: { inKey, missing: this.missing, unreadable: this.unreadable.size },
      vanished: this.vanished,
      warnings: this.warnings,
      settings: {
        tokenizer: options.tokenizer ?? '3.8',
        cpus: options.cpus ?? 1,
        perFile: options.perFile ?? false,
        mode: options.mode ?? 'official',
      },
      seconds: (performance.now() - this.started) / 1000,
      places,
    };
  }
}

function identityOf({ identity }: FoundFile): RowIdentity {
  return {
    modality: `<${identity.modality}>`,
    sopClass: `<${identity.sopClass}>`,
    patient: `<${identity.patient}>`,
    study: `<${identity.study}>`,
    series: `<${identity.series}>`,
    instance: `<${identity.instance}>`,
  };
}

function keyIdentity(instance: KeyInstance): RowIdentity {
  return {
    modality: String(instance.modality),
    sopClass: String(instance.sopClass),
    patient: String(instance.patient),
    study: String(instance.study),
    series: String(instance.series),
    instance: instance.instance,
  };
}

function bracketed(mapping: Mapping): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [old, fresh] of mapping.oldToNew) map.set(`<${old}>`, `<${fresh}>`);
  return map;
}

/** Patients of a key are numbers: zeros in front are gone. */
function withoutZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}

function mustBeFolder(path: string, what: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new ScoreError(`The ${what} ${path} does not exist or is not a folder.`);
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // It was closed before.
  }
}

/** Lets other work and an abort in between two batches. */
function pause(): Promise<void> {
  return new Promise(done => setImmediate(done));
}
