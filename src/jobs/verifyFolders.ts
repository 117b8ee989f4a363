import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Engine } from '../deid/deidentify';
import { patientContextFrom, patientKeyOf } from '../deid/patientContext';
import { identifiersOf, type Identifier } from '../deid/verify/identifiers';
import { dayOffsets, samePixels, typeFindings, unaskedChanges } from '../deid/verify/pairChecks';
import { privateData } from '../deid/verify/privateData';
import { ReferenceClosure } from '../deid/verify/references';
import { ResidualSearch, type Residual } from '../deid/verify/residual';
import { secondReader } from '../deid/verify/secondReader';
import { vocabularyOf } from '../deid/verify/vocabulary';
import { openFileSource } from '../dicom/fileSource.node';
import type { DicomFile } from '../dicom/dicomFile';
import { NotDicomError, openDicom } from '../dicom/openFile';
import { findRow } from '../dicom/rows';
import { stringValues, uidValue } from '../dicom/values';
import { compileConditions } from '../profile/conditions';
import { searchesPixels } from '../profile/pixelSearch';
import { RunError } from './runError';
import { judgePixels } from './verifyPixels';

/** One thing found; file names are those of the output, which hold pseudonyms only. */
export interface VerifyFinding {
  readonly check: string;
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

export interface VerifyReport {
  readonly inputs: number;
  readonly outputs: number;
  /** Outputs whose input was found through the UID mapping. */
  readonly paired: number;
  /** What was checked and how often it failed. */
  readonly checks: Readonly<Record<string, { readonly checked: number; readonly failed: number }>>;
  readonly findings: readonly VerifyFinding[];
  /**
   * Words of a name or place of the input in vocabulary that was there before: private creators, manufacturers, models. Worth
   * a look, not a finding.
   */
  readonly possible: readonly VerifyFinding[];
  /** Outputs whose pixel data was cleaned on purpose: what changed was blanked, all other pixels are proven equal. */
  readonly cleanedPixels: { readonly files: number; readonly frames: number; readonly pixels: number };
  /** Private attributes in the outputs, counted. */
  readonly privateData: Readonly<Record<string, number>>;
  /** Outputs that refer to fewer files of the set than their inputs: a profile may want that. */
  readonly linksRemoved: number;
}

export interface VerifyRequest {
  readonly input: string;
  readonly output: string;
  /** CSV with the columns id_old and id_new; without it only checks that need no pairs are made. */
  readonly uidMapping?: string;
  /** The engine that made the outputs; adds the check that nothing changed that no rule asks for. */
  readonly engine?: Engine;
}

/** Files over this size are not given to the second reader, which needs them whole. */
const SECOND_READER_LIMIT = 512 * 1024 * 1024;
const MOST_FINDINGS = 1000;

/**
 * Proves what can be proved of a de-identified folder without an answer key: no identifier of the inputs left in any byte,
 * links and intervals intact, nothing required missing, pixel data unchanged but where it was cleaned on purpose, readable
 * for another parser.
 * @throws RunError if a folder or the mapping cannot be read.
 */
export async function verifyFolders(request: VerifyRequest): Promise<VerifyReport> {
  const mapping = request.uidMapping === undefined ? undefined : readMapping(request.uidMapping);
  const checks: Record<string, { checked: number; failed: number }> = {};
  const findings: VerifyFinding[] = [];
  const possible: VerifyFinding[] = [];
  const cleanedPixels = { files: 0, frames: 0, pixels: 0 };
  const changedPixels: { readonly name: string; readonly before: string; readonly after: string }[] = [];
  const check = (name: string, file: string, found: readonly { path: string; message: string }[]): void => {
    const tally = (checks[name] ??= { checked: 0, failed: 0 });
    tally.checked++;
    if (found.length > 0) tally.failed++;
    for (const { path, message } of found) {
      if (findings.length < MOST_FINDINGS) findings.push({ check: name, file, path, message });
    }
  };

  // First pass over the inputs: who is who, and what must be nowhere.
  const inputs = new Map<string, { path: string; patient: string }>();
  const byPatient = new Map<string, Map<string, Identifier>>();
  const oldUids = new Set<string>();
  let inputCount = 0;
  for (const path of filesBelow(request.input)) {
    withDicom(path, file => {
      inputCount++;
      const patient = patientKeyOf(file);
      const sop = uidValue(file, 0x00080018);
      // An instance that is there several times can not be paired for sure.
      inputs.set(sop, inputs.has(sop) ? { path: '', patient } : { path, patient });
      let known = byPatient.get(patient);
      if (!known) byPatient.set(patient, (known = new Map()));
      for (const identifier of identifiersOf(file)) {
        if (identifier.kind === 'uid') oldUids.add(identifier.text);
        else known.set(identifier.text.toLowerCase(), identifier);
      }
    });
  }
  if (request.engine?.profile.options.has('RetainUIDs')) oldUids.clear();
  const newToOld = new Map([...(mapping ?? [])].map(([old, mapped]) => [mapped, old]));
  const searches = new Map<string, ResidualSearch>();
  const searchFor = (patient: string | undefined): ResidualSearch => {
    const key = patient ?? '\0all';
    let search = searches.get(key);
    if (!search) {
      const own =
        patient === undefined
          ? [...byPatient.values()].flatMap(m => [...m.values()]).slice(0, MOST_POOLED)
          : [...(byPatient.get(patient) ?? new Map<string, Identifier>()).values()];
      if (searches.size > 20) searches.clear();
      searches.set(key, (search = new ResidualSearch(own, oldUids)));
    }
    return search;
  };

  const closure = new ReferenceClosure();
  const shifts = new Map<string, Set<number>>();
  const privates: Record<string, number> = {};
  let outputs = 0;
  let paired = 0;
  for (const path of filesBelow(request.output)) {
    const name = relative(request.output, path);
    const isDicom = withDicom(path, after => {
      outputs++;
      const sop = uidValue(after, 0x00080018);
      const source = inputs.get(newToOld.get(sop) ?? sop);
      const residual = searchFor(source?.patient).search(after);
      const known =
        residual.some(r => r.vocabulary !== undefined) && source?.path ? vocabularyAt(source.path) : undefined;
      const byChance = (r: Residual): boolean => r.vocabulary !== undefined && known?.has(r.vocabulary) === true;
      const told = (r: Residual): { path: string; message: string } => ({
        path: r.path,
        message: `Holds a ${r.kind} from ${r.from} of the input.`,
      });
      check('no identifier of the input in any byte', name, residual.filter(r => !byChance(r)).map(told));
      for (const r of residual.filter(byChance))
        if (possible.length < MOST_FINDINGS)
          possible.push({ check: 'a word of vocabulary equals an identifier', file: name, ...told(r) });
      const damage = after.problems.filter(p => p.severity === 'damage');
      check(
        'whole',
        name,
        damage.map(p => ({ path: `byte ${p.offset}`, message: p.message })),
      );
      for (const [block, n] of privateData(after)) privates[block] = (privates[block] ?? 0) + n;
      if (!source || source.path === '') return;
      paired++;
      withDicom(source.path, before => {
        closure.add(name, before, after);
        pairChecks(before, after, name, source.patient, path, source.path);
      });
    });
    if (!isDicom) check('whole', name, [{ path: '', message: 'This file is not DICOM.' }]);
  }

  function pairChecks(
    before: DicomFile,
    after: DicomFile,
    name: string,
    patient: string,
    path: string,
    sourcePath: string,
  ): void {
    check('types of the IOD', name, typeFindings(before, after, uidValue(after, 0x00080016)));
    if (samePixels(before, after)) check(PIXELS, name, []);
    else changedPixels.push({ name, before: sourcePath, after: path });
    const reader = after.source.size > SECOND_READER_LIMIT ? undefined : secondReader(readFileSync(path));
    if (reader && 'failure' in reader && 'elements' in secondReader(readFileSync(sourcePath))) {
      check('second reader', name, [{ path: '', message: 'Another parser reads the input but not the output.' }]);
    } else if (reader) check('second reader', name, []);
    if (mapping) {
      const strays = ReferenceClosure.strays(before, after, mapping);
      check(
        'UIDs follow one map',
        name,
        strays === 0 ? [] : [{ path: '', message: `${strays} UIDs are neither mapped nor kept.` }],
      );
    }
    const days = shifts.get(patient) ?? new Set<number>();
    shifts.set(patient, days);
    const offsets = dayOffsets(before, after);
    for (const offset of offsets.values()) days.add(offset);
    check(
      'dates of a patient move together',
      name,
      days.size > 1 ? [{ path: '', message: 'Dates of this patient moved by different numbers of days.' }] : [],
    );
    if (request.engine) {
      const explained = request.engine.explain(before, { patient: patientContextFrom(before) });
      check('nothing changed that no rule asks for', name, unaskedChanges(before, after, explained));
    }
  }

  for (const { name, before, after } of changedPixels) {
    const judgement = await withPair(before, after, (a, b) => judgePixels(a, b, asksForPixels(request.engine, a)));
    check(PIXELS, name, judgement.kind === 'cleaned' ? [] : [{ path: '(7fe0,0010)', message: judgement.message }]);
    if (judgement.kind !== 'cleaned') continue;
    cleanedPixels.files++;
    cleanedPixels.frames += judgement.frames;
    cleanedPixels.pixels += judgement.pixels;
  }

  const collisions = closure.collisions();
  if (collisions > 0)
    check('one output per instance', '', [
      { path: '(0008,0018)', message: `${collisions} SOP Instance UIDs are used by several outputs.` },
    ]);
  return {
    inputs: inputCount,
    outputs,
    paired,
    checks,
    findings,
    possible,
    cleanedPixels,
    privateData: privates,
    linksRemoved: closure.broken().length,
  };
}

const PIXELS = 'pixel data unchanged but where it was cleaned';

/** True if the profile has pixels of such a file cleaned: by a device recipe, or because it looks for burned-in text. */
function asksForPixels(engine: Engine | undefined, before: DicomFile): boolean | undefined {
  if (!engine) return undefined;
  if (searchesPixels(engine.profile)) return true;
  const valuesOf = (tag: number): readonly string[] => {
    const row = findRow(before.dataSet, tag);
    return row < 0 ? [] : stringValues(before, row);
  };
  return engine.profile.pixels.regions.some(recipe => compileConditions(recipe.when)(valuesOf));
}

function vocabularyAt(path: string): ReadonlySet<string> {
  let known: ReadonlySet<string> = new Set();
  withDicom(path, file => (known = vocabularyOf(file)));
  return known;
}

async function withPair<T>(
  before: string,
  after: string,
  work: (before: DicomFile, after: DicomFile) => Promise<T>,
): Promise<T> {
  const sources = [openFileSource(before), openFileSource(after)] as const;
  try {
    return await work(openDicom(sources[0]), openDicom(sources[1]));
  } finally {
    for (const source of sources) source.close();
  }
}

/** Identifiers searched for in an output whose patient is not known. */
const MOST_POOLED = 5000;

function readMapping(path: string): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new RunError(`The UID mapping ${path} cannot be read.`);
  }
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  if (rows.length > 0 && !('id_old' in rows[0]! && 'id_new' in rows[0]!))
    throw new RunError(`The UID mapping ${path} needs the columns id_old and id_new.`);
  return new Map(rows.map(row => [row['id_old'] ?? '', row['id_new'] ?? '']));
}

function* filesBelow(folder: string): Generator<string> {
  if (!existsSync(folder)) throw new RunError(`The folder ${folder} does not exist.`);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Works on a file if it is DICOM; false if it is not. */
function withDicom(path: string, work: (file: DicomFile) => void): boolean {
  const source = openFileSource(path);
  try {
    work(openDicom(source));
    return true;
  } catch (error) {
    if (error instanceof NotDicomError) return false;
    throw error;
  } finally {
    source.close();
  }
}
