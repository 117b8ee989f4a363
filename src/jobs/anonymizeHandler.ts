import {
  mergePatientContexts,
  parsePatientContext,
  patientContextReader,
  patientKeyOf,
  serializePatientContext,
  type PatientContext,
} from '../deid/patientContext';
import { createEngine, type Engine } from '../deid/deidentify';
import { instanceFacts } from '../deid/instanceFacts';
import { Pseudonyms } from '../deid/pseudonyms';
import { createTextCleaner, type SweepingTextCleaner } from '../deid/text/cleaner';
import type { DeidOutcome } from '../deid/outcome';
import { memorySource, type ByteSource } from '../dicom/byteSource';
import type { DicomFile } from '../dicom/dicomFile';
import { openFileSource, readWhole } from '../dicom/fileSource.node';
import { NotDicomError, openDicom } from '../dicom/openFile';
import { ReusedTables } from '../dicom/tableBuilder';
import { OutputExistsError } from '../dicom/writeParts.node';
import { join } from 'node:path';
import { errorCode } from './discover';
import { AuditCounts } from './auditCounts';
import type { IndexedFile } from './ledger';
import { writeOnce } from './writeOnce';
import type { SheetEntry } from '../pixels/contactSheet';
import type { ResolvedProfile } from '../profile/model';
import { searchesPixels } from '../profile/pixelSearch';
import type { PixelStep, PixelStepResult } from './pixelStep';
import type { DeidentifiedFile, DeidentifyResult, IndexResult, Task, TaskFile, TaskResult, WorkerSetup } from './tasks';

export interface AnonymizeHandler {
  handle(task: Task): Promise<TaskResult>;
  close(): Promise<void>;
}

/** Files up to this size are read whole with one call; larger ones in ranges, so that memory stays small. */
const WHOLE_FILE_BYTES = 8 * 1024 * 1024;

/** Bytes of a file that are read at once for its header. */
const HEADER_BYTES = 64 * 1024;

/** Conditions of the machine, not of one file: the run stops and can be resumed when they are mended. */
const FATAL_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk of the output folder is full; free space, then run again with --resume.',
  EDQUOT: 'The disk quota of the output folder is used up; free space, then run again with --resume.',
  EROFS: 'The output folder is on a read-only file system.',
};

/** The work of one worker: indexes and de-identifies the files of a task, one after the other. */
export function createAnonymizeHandler(setup: WorkerSetup): AnonymizeHandler {
  const pseudonyms = new Pseudonyms(setup.key);
  let engine: Engine | undefined;
  let pixelStep: PixelStep | undefined;
  let buffer = new Uint8Array(0);
  const tables = new ReusedTables();
  const headerBuffer = new Uint8Array(HEADER_BYTES);
  const contexts = new Map<string, { text: string; context: PatientContext }>();

  /** Opens a file, works on it, closes it. The bytes of a small file are only valid inside `work`. */
  const withFile = async <T>(
    file: TaskFile,
    work: (dicom: DicomFile, source: ByteSource) => T | Promise<T>,
  ): Promise<T> => {
    const path = join(setup.input, file.path);
    if (file.size <= WHOLE_FILE_BYTES) {
      if (buffer.length < file.size)
        buffer = new Uint8Array(Math.min(WHOLE_FILE_BYTES, Math.max(file.size, 1024 * 1024)));
      const source = memorySource(readWhole(path, buffer));
      return await work(openDicom(source, tables), source);
    }
    const source = openFileSource(path);
    try {
      return await work(openDicom(source), source);
    } finally {
      source.close();
    }
  };

  const sharedCleaner = lazyTextCleaner(setup);
  const theEngine = (): Engine =>
    (engine ??= createEngine({
      profile: setup.profile,
      key: setup.key,
      knowledgeBase: setup.knowledgeBaseText,
      textCleaner: sharedCleaner,
      toolVersion: setup.toolVersion,
    }));

  /** First sweep: names that the texts of one instance give away are looked for in all texts of the patient. */
  const withNamesFromText = (dicom: DicomFile, context: PatientContext): PatientContext => {
    if (!cleansText(setup.profile)) return context;
    const texts = theEngine().texts(dicom);
    return texts.length === 0 ? context : { ...context, harvest: sharedCleaner.discover(texts, context.harvest) };
  };

  const contextFrom = patientContextReader();
  const patientHash = lastHash(pseudonyms);
  const seriesHash = lastHash(pseudonyms);

  const index = async (files: readonly TaskFile[]): Promise<IndexResult> => {
    const results: IndexedFile[] = [];
    const learnt = new Map<string, PatientContext[]>();
    for (const file of files) {
      try {
        const source = openFileSource(join(setup.input, file.path), headerBuffer);
        try {
          const dicom = openDicom(source, tables);
          const patient = patientHash(patientKeyOf(dicom));
          const { study, series, sopInstance } = instanceFacts(dicom);
          const context = withNamesFromText(dicom, contextFrom(dicom));
          const known = learnt.get(patient);
          if (!known) learnt.set(patient, [context]);
          else if (known.at(-1) !== context) known.push(context);
          results.push({
            id: file.id,
            state: 'indexed',
            patient,
            series: seriesHash(`series ${series}`),
            instance: hex(pseudonyms.digest('order', `instance ${patient} ${study} ${series} ${sopInstance}`)),
          });
        } finally {
          source.close();
        }
      } catch (error) {
        results.push({ id: file.id, ...reasonOf(error) });
      }
    }
    const merged: Record<string, string> = {};
    for (const [patient, parts] of learnt) merged[patient] = serializePatientContext(mergePatientContexts(...parts));
    return { files: results, contexts: merged };
  };

  const contextOf = (patient: string, texts: Readonly<Record<string, string>>): PatientContext => {
    const text = texts[patient] ?? '';
    const cached = contexts.get(patient);
    if (cached && cached.text === text) return cached.context;
    const context = parsePatientContext(text);
    if (contexts.size > 200) contexts.clear();
    contexts.set(patient, { text, context });
    return context;
  };

  /** A file that was written before the run was stopped: only what its pixels show counts, for the slices after it. */
  const lookAgain = async (file: TaskFile, texts: Readonly<Record<string, string>>): Promise<void> => {
    if (!pixelStep) return;
    const step = pixelStep;
    const patient = contextOf(file.patient ?? '', texts);
    await withFile(file, dicom => step.clean(dicom, patient, `${file.patient} ${file.series} ${file.unit}`));
  };

  const deidentify = async (
    files: readonly TaskFile[],
    texts: Readonly<Record<string, string>>,
  ): Promise<DeidentifyResult> => {
    // Codecs and character recognition are large; runs that look at no pixels do not load them.
    if (looksAtPixels(setup.profile)) pixelStep ??= (await import('./pixelStep')).createPixelStep(setup.profile);
    const done: DeidentifiedFile[] = [];
    const collected = new Collected(setup);
    for (const file of files) {
      try {
        if (file.state === 'written') {
          await lookAgain(file, texts);
          continue;
        }
        done.push(
          await withFile(file, async (dicom, source): Promise<DeidentifiedFile> => {
            const patient = contextOf(file.patient ?? '', texts);
            const pixels = pixelStep
              ? await pixelStep.clean(dicom, patient, `${file.patient} ${file.series} ${file.unit}`)
              : NOT_LOOKED_AT;
            if (pixels.status === 'quarantined')
              return { id: file.id, state: 'quarantined', code: pixels.code, message: pixels.message, bytes: 0 };
            const outcome = theEngine().deidentify(dicom, {
              patient,
              pixels: pixels.outcome,
              audit: setup.audit !== 'none',
            });
            if (outcome.status === 'quarantined')
              return { id: file.id, state: 'quarantined', code: outcome.code, message: outcome.message, bytes: 0 };
            const output = withCopyNumber(outcome.path, file.copy);
            const bytes = writeOnce(source, outcome.parts, join(setup.output, output));
            collected.add(file, outcome);
            if (pixels.report) {
              const { sheetEntry } = await import('../pixels/sheetEntry.node');
              collected.addImage(await sheetEntry(dicom, pixels.report, output));
            }
            return { id: file.id, state: 'written', output, bytes };
          }),
        );
      } catch (error) {
        const fatal = FATAL_CODES[errorCode(error)];
        if (fatal !== undefined) return collected.result(done, fatal);
        done.push({ id: file.id, ...reasonOf(error), state: 'quarantined', bytes: 0 });
      }
    }
    return collected.result(done);
  };

  return {
    async handle(task) {
      if (task.kind === 'index') return { kind: 'index', result: await index(task.files) };
      return { kind: 'deidentify', result: await deidentify(task.files, task.contexts) };
    },
    close: async () => pixelStep?.close(),
  };
}

const NOT_LOOKED_AT: PixelStepResult = { status: 'done' };

/** True if the profile has device recipes, or searches images for burned-in text. */
export function looksAtPixels(profile: ResolvedProfile): boolean {
  return profile.pixels.regions.length > 0 || searchesPixels(profile);
}

/** The text cleaner, with its lexicon loaded at the first text: many profiles clean none. */
function lazyTextCleaner(setup: WorkerSetup): SweepingTextCleaner {
  let cleaner: SweepingTextCleaner | undefined;
  const get = (): SweepingTextCleaner => (cleaner ??= createTextCleaner(setup.profile.text));
  return {
    clean: (text, request, harvest) => get().clean(text, request, harvest),
    discover: (values, harvest) => get().discover(values, harvest),
  };
}

/** True if the profile cleans texts of all kinds, so that a sweep for names is worth its time. */
export function cleansText(profile: ResolvedProfile): boolean {
  return profile.options.has('CleanDescriptors');
}

/** Why a file became no output, from what was thrown. Messages of unknown errors stay out: they might quote a value. */
function reasonOf(error: unknown): { state: 'notDicom' | 'quarantined'; code: string; message: string } {
  if (error instanceof NotDicomError) return { state: 'notDicom', code: 'not-dicom', message: error.message };
  if (error instanceof OutputExistsError) {
    return {
      state: 'quarantined',
      code: 'output-exists',
      message: 'another file already has the output name of this one; it was not overwritten',
    };
  }
  const code = errorCode(error);
  if (code === 'ENOENT')
    return {
      state: 'quarantined',
      code: 'vanished',
      message: 'the file was there when the folder was read and is gone now',
    };
  if (code === 'EACCES' || code === 'EPERM')
    return { state: 'quarantined', code: 'unreadable', message: 'reading the file is not permitted' };
  if (/^E[A-Z0-9]+$/.test(code))
    return { state: 'quarantined', code: 'input-output', message: `reading or writing failed (${code})` };
  const kind = error instanceof Error ? error.name : 'unknown error';
  return {
    state: 'quarantined',
    code: 'engine-error',
    message: `an error in the program kept this file from being de-identified (${kind}); please report it`,
  };
}

/** `a/b.dcm`, 2 -> `a/b-2.dcm`. */
function withCopyNumber(path: string, copy: number): string {
  return copy === 1 ? path : path.replace(/(\.[^./]*)?$/, extension => `-${copy}${extension}`);
}

/** A keyed hash that remembers its last answer: files of a series come one after the other. */
function lastHash(pseudonyms: Pseudonyms): (text: string) => string {
  let last: { readonly text: string; readonly hash: string } | undefined;
  return text => {
    if (last?.text !== text) last = { text, hash: hex(pseudonyms.digest('order', text)) };
    return last.hash;
  };
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i++) text += bytes[i]!.toString(16).padStart(2, '0');
  return text;
}

type Written = Extract<DeidOutcome, { status: 'written' }>;

/** Mappings and audit counts of one task, without repeats. */
class Collected {
  private readonly uids = new Map<string, string>();
  private readonly patientIds = new Map<string, string>();
  private readonly audit = new AuditCounts();
  private readonly lines: string[] = [];
  private readonly sheet: SheetEntry[] = [];

  constructor(private readonly setup: WorkerSetup) {}

  add(file: TaskFile, outcome: Written): void {
    for (const [oldUid, newUid] of outcome.uids) this.uids.set(oldUid, newUid);
    this.patientIds.set(outcome.patientId[0], outcome.patientId[1]);
    if (this.setup.audit === 'none') return;
    for (const { path, action, reason } of outcome.audit)
      this.audit.count(path.includes('[') ? path.replace(/\[<\d+>\]/g, '>') : path, action, reason, 1);
    if (this.setup.audit === 'full')
      this.lines.push(JSON.stringify({ input: file.path, output: outcome.path, changes: outcome.audit }));
  }

  addImage(entry: SheetEntry | undefined): void {
    if (entry) this.sheet.push(entry);
  }

  result(files: readonly DeidentifiedFile[], fatal?: string): DeidentifyResult {
    return {
      files,
      uids: [...this.uids],
      patientIds: [...this.patientIds],
      audit: this.audit.entries,
      auditLines: this.lines,
      sheet: this.sheet,
      fatal,
    };
  }
}
