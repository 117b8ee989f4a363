import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DicomFile } from '../../dicom/dicomFile';
import { findRow } from '../../dicom/rows';
import { openDicom } from '../../dicom/openFile';
import { uidValue } from '../../dicom/values';
import { drawIntoPixels } from './burnPixels.node';
import type { EntityKeys } from './context';
import { expectationsOf } from './expectations';
import { flatElementsOf } from './flatten';
import { burnedTexts, infuse, type Infusion } from './infuse';
import { createKey } from './keyWriter.node';
import { createManifest } from './manifest.node';
import { createPeople } from './people';
import { hash32, randomFor } from './random';
import { openBytes, type SourceFile } from './sources.node';
import { writeInstance } from './writeInstance.node';

export interface SynthesisOptions {
  /** One seed, the same bytes. */
  readonly seed: number;
  /** Synthetic patients to spread the studies over; absent: as many as the source has. */
  readonly patients?: number;
  /** Share of the suited instances that get burned-in text, 0 to 1. */
  readonly pixels: number;
  /** Locales of names and addresses, for example `en-US`; unknown ones fall back to English. */
  readonly locales: readonly string[];
  /** Other wordings, languages and sentences beside the known forms. */
  readonly wide: boolean;
  /** `asSeen`: UIDs with the illegal forms that the challenge's data has. */
  readonly uidForm: 'legal' | 'asSeen';
  /** Called after each instance with the number done. */
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface SynthesisResult {
  /** True if the signal stopped it: what is there is a benchmark of the first instances. */
  readonly cancelled: boolean;
  readonly instances: number;
  readonly checks: number;
  readonly patients: number;
  readonly burned: number;
  /** Files that are not in the benchmark, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly answersByAction: Readonly<Record<string, number>>;
}

/** Why a file of the source is not in the benchmark. */
type Skip =
  | 'not-dicom'
  | 'damaged'
  | 'no-sop-class'
  | 'no-modality'
  | 'empty-pixel-data'
  | 'odd-instance-number'
  | 'directory'
  | 'duplicate-instance';

const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';

/**
 * Makes a benchmark from clean instances: `OUT/input/<PatientID>/<StudyUID>/<SeriesUID>/00000001.dcm` with synthetic
 * identities, `OUT/answer_key.db` in the official schema and `OUT/manifest.json`, which says what was put where. The source is
 * only read. Instances are worked on one at a time; memory does not grow with the source.
 * @param out a folder that exists and is empty.
 */
export async function synthesize(
  files: Iterable<SourceFile>,
  out: string,
  options: SynthesisOptions,
): Promise<SynthesisResult> {
  const people = createPeople(options.seed, options.locales);
  const key = createKey(join(out, 'answer_key.db'));
  const manifest = createManifest(join(out, 'manifest.json'), options);
  const skipped: Record<string, number> = {};
  const answersByAction: Record<string, number> = {};
  const seen = new Set<number>();
  const numbers = new Map<string, number>();
  const patients = new Set<string>();
  let instances = 0;
  let checks = 0;
  let burned = 0;
  let cancelled = false;
  try {
    for (const file of files) {
      if (options.signal?.aborted === true) {
        cancelled = true;
        break;
      }
      // Signals and progress need a turn of the event loop now and then.
      if (instances % 16 === 0) await setImmediate();
      const opened = file.open();
      try {
        const dicom = openOr(opened.source);
        const skip = typeof dicom === 'string' ? dicom : reasonToSkip(dicom, seen);
        if (skip !== undefined || typeof dicom === 'string') {
          const reason = skip ?? 'not-dicom';
          skipped[reason] = (skipped[reason] ?? 0) + 1;
          continue;
        }
        const keys = keysOf(dicom, file.path, options);
        const wantsPixels = randomFor(options.seed, 'pixels', keys.instance).chance(options.pixels);
        const drawn = wantsPixels
          ? await drawIntoPixels(dicom, burnedTexts(people, keys), people.random('burn', keys.instance))
          : undefined;
        const infusion = infuse(dicom, keys, { ...options, people }, drawn);
        const folder = join(infusion.patientId, infusion.studyUid, infusion.seriesUid);
        const number = (numbers.get(infusion.seriesUid) ?? 0) + 1;
        numbers.set(infusion.seriesUid, number);
        const name = join(folder, `${String(number).padStart(8, '0')}.dcm`);
        writeInstance(join(out, 'input', name), dicom, infusion);
        const row = answer(join(out, 'input', name), infusion);
        key.add(row);
        manifest.add(name.replaceAll('\\', '/'), infusion);
        for (const a of row.answers) answersByAction[a.action] = (answersByAction[a.action] ?? 0) + 1;
        instances++;
        checks += row.answers.length;
        if (infusion.burned.length > 0) burned++;
        patients.add(infusion.patientId);
        options.progress?.(instances);
      } finally {
        opened.close();
      }
    }
  } finally {
    key.close();
    manifest.close();
  }
  return { cancelled, instances, checks, patients: patients.size, burned, skipped, answersByAction };
}

function openOr(source: Parameters<typeof openDicom>[0]): DicomFile | Skip {
  try {
    return openDicom(source);
  } catch {
    return 'not-dicom';
  }
}

function reasonToSkip(file: DicomFile, seen: Set<number>): Skip | undefined {
  if (file.problems.some(problem => problem.severity === 'damage')) return 'damaged';
  const sopClass = uidValue(file, 0x00080016);
  if (sopClass === MEDIA_STORAGE_DIRECTORY || findRow(file.dataSet, 0x00041220) >= 0) return 'directory';
  if (sopClass === '') return 'no-sop-class';
  // The official scripts cannot index the following three kinds.
  if (findRow(file.dataSet, 0x00080060) < 0) return 'no-modality';
  const pixels = findRow(file.dataSet, 0x7fe00010);
  if (pixels >= 0 && file.dataSet.valueStart[pixels] === file.dataSet.valueEnd[pixels]) return 'empty-pixel-data';
  const number = findRow(file.dataSet, 0x00200013);
  if (number >= 0 && latin1(file, number).includes('.')) return 'odd-instance-number';
  const uid = uidValue(file, 0x00080018);
  if (uid === '') return undefined;
  const hash = hash32(uid) * 0x100000 + (hash32(uid, 7) >>> 12);
  if (seen.has(hash)) return 'duplicate-instance';
  seen.add(hash);
  return undefined;
}

/** Entities by the source's own identifiers; a missing one is replaced by where the file lies. */
function keysOf(file: DicomFile, path: string, options: SynthesisOptions): EntityKeys {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const instance = uidValue(file, 0x00080018) || `instance ${path}`;
  const series = uidValue(file, 0x0020000e) || `series ${folder}`;
  const study = uidValue(file, 0x0020000d) || `study ${folder}`;
  if (options.patients !== undefined) {
    return { patient: `patient ${hash32(study) % options.patients}`, study, series, instance };
  }
  const row = findRow(file.dataSet, 0x00100020);
  const id = row < 0 ? '' : latin1(file, row);
  return { patient: id === '' ? `patient ${folder}` : `id ${id}`, study, series, instance };
}

function latin1(file: DicomFile, row: number): string {
  const { valueStart, valueEnd } = file.dataSet;
  let text = '';
  for (const byte of file.dataSource.read(valueStart[row], valueEnd[row] - valueStart[row])) {
    text += String.fromCharCode(byte);
  }
  return text.replace(/[\0 ]+$/, '');
}

/** The key's row, made from the instance as it lies in the output. */
function answer(path: string, infusion: Infusion): Parameters<ReturnType<typeof createKey>['add']>[0] {
  const { source, close } = openBytes(path);
  try {
    const file = openDicom(source);
    const sopClassUid = uidValue(file, 0x00080016);
    const modality = findRow(file.dataSet, 0x00080060);
    const digest = pixelDigest(file);
    const answers = expectationsOf({
      sopClassUid,
      elements: flatElementsOf(file),
      phrases: infusion.phrases,
      digest,
      burned: infusion.burned,
      implicitVr: file.encoding.implicit,
    });
    return {
      modality: modality < 0 ? '' : latin1(file, modality),
      sopClassUid,
      patientId: infusion.patientId,
      studyUid: infusion.studyUid,
      seriesUid: infusion.seriesUid,
      instanceUid: infusion.instanceUid,
      digest,
      answers,
    };
  } finally {
    close();
  }
}

const CHUNK = 4 * 1024 * 1024;

/** MD5 of the value of Pixel Data as it lies in the file: for encapsulated pixel data the items with their tags. */
export function pixelDigest(file: DicomFile): string | null {
  const row = findRow(file.dataSet, 0x7fe00010);
  if (row < 0) return null;
  const end = file.dataSet.valueEnd[row];
  if (end === file.dataSet.valueStart[row]) return null;
  const hash = createHash('md5');
  for (let at = file.dataSet.valueStart[row]; at < end; at += CHUNK) {
    hash.update(file.dataSource.read(at, Math.min(CHUNK, end - at)));
  }
  return hash.digest('hex');
}
