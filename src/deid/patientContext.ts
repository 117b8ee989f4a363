import { attributeByTag, dictionaryVr } from '../standard/dictionary';
import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag, vrText } from '../dicom/elementTable';
import { stringValues, uidValue } from '../dicom/values';
import { decodeText, latin1 } from '../dicom/characterSet';
import { characterSetOf, valueBytes } from '../dicom/values';
import { findRow } from '../dicom/rows';
import { emptyHarvest, harvestFrom, isHarvested, mergeHarvests, type Harvest, type HeaderEntry } from './text/harvest';
import * as tags from './tags';

/**
 * What is known about a patient over all of their instances. Gathered in a first pass, because a name in one file is
 * written into a comment of another; plain data, so that the shards of a run can exchange it. Holds identifiers: keep it
 * in memory or in the run folder, never in the output.
 */
export interface PatientContext {
  /** Old Patient ID without padding; empty if the instances have none. */
  readonly patientId: string;
  /** Identifiers to look for in free text. */
  readonly harvest: Harvest;
  /** Position of the patient in the run, from 1, for `{sequence:n}`; must not depend on the order of files. */
  readonly sequence?: number;
}

/** What makes two instances belong to the same patient: the Patient ID, or the study if there is none. */
export function patientKeyOf(file: DicomFile): string {
  const id = patientIdOf(file);
  return id !== '' ? id : `study ${uidValue(file, tags.STUDY_INSTANCE_UID) || uidValue(file, tags.SOP_INSTANCE_UID)}`;
}

/** Old Patient ID (0010,0020) without padding. */
export function patientIdOf(file: DicomFile): string {
  const row = findRow(file.dataSet, tags.PATIENT_ID);
  if (row < 0) return '';
  // Whatever VR is written there: the value names the patient.
  const bytes = valueBytes(file, row).slice();
  return decodeText(bytes, characterSetOf(file, row), 'LO').replace(/^[\0 ]+|[\0 ]+$/g, '');
}

/** The context of a patient of whom nothing is known but one instance. */
export function patientContextFrom(file: DicomFile): PatientContext {
  return { patientId: patientIdOf(file), harvest: harvestFrom(harvestEntries(file, harvestRows(file))) };
}

/**
 * Reads contexts of one file after the other. Slices of a series say the same about their patient, so a file whose
 * identifying bytes are those of the file before gets the very same object.
 */
export function patientContextReader(): (file: DicomFile) => PatientContext {
  let known: { readonly bytes: string; readonly context: PatientContext } | undefined;
  return file => {
    const rows = harvestRows(file);
    const patientId = patientIdOf(file);
    const bytes = identifyingBytes(file, rows);
    if (known?.bytes === bytes && known.context.patientId === patientId) return known.context;
    const context = { patientId, harvest: harvestFrom(harvestEntries(file, rows)) };
    known = { bytes, context };
    return context;
  };
}

/** All that the harvest of the rows depends on: tags, VRs, values, and the items and character sets they stand in. */
function identifyingBytes(file: DicomFile, rows: readonly number[]): string {
  const { dataSet } = file;
  let text = '';
  for (const row of rows)
    text += `${dataSet.tag[row]}:${dataSet.vr[row]}:${dataSet.parent[row]}:${latin1(valueBytes(file, row))}\n`;
  return text;
}

/** Rows of all levels that say who and where, and in which characters. Long values are left out: nobody's name is a thousand characters. */
function harvestRows(file: DicomFile): number[] {
  const { dataSet } = file;
  const rows: number[] = [];
  for (let row = 0; row < dataSet.count; row++) {
    if (dataSet.flags[row]! & (RowFlag.sequence | RowFlag.item | RowFlag.fragment | RowFlag.encapsulated)) continue;
    const tag = dataSet.tag[row]!;
    const length = dataSet.valueEnd[row]! - dataSet.valueStart[row]!;
    if (length === 0 || length > LONGEST_IDENTIFIER || (tag >>> 16) & 1) continue;
    if (tag === tags.SPECIFIC_CHARACTER_SET || learntFrom(tag, dataSet.vr[row]!)) rows.push(row);
  }
  return rows;
}

function harvestEntries(file: DicomFile, rows: readonly number[]): HeaderEntry[] {
  const { dataSet } = file;
  const entries: HeaderEntry[] = [];
  for (const row of rows) {
    const learnt = learntFrom(dataSet.tag[row]!, dataSet.vr[row]!);
    if (!learnt) continue;
    const values =
      vrText(dataSet.vr[row]!) === 'UN' ? latin1(valueBytes(file, row).slice()).split('\\') : stringValues(file, row);
    if (values.length > 0) entries.push({ ...learnt, values });
  }
  return entries;
}

const LONGEST_IDENTIFIER = 1024;

const learntCache = new Map<number, { readonly keyword: string; readonly vr: string } | undefined>();

function learntFrom(tag: number, written: number): { readonly keyword: string; readonly vr: string } | undefined {
  const key = tag * 65536 + written;
  if (learntCache.has(key)) return learntCache.get(key);
  const keyword = attributeByTag(tag)?.keyword ?? '';
  const vr = vrText(vrText(written) === 'UN' ? dictionaryVr(tag) || written : written);
  const learnt = isHarvested(keyword, vr) ? { keyword, vr } : undefined;
  if (learntCache.size > 20_000) learntCache.clear();
  learntCache.set(key, learnt);
  return learnt;
}

/**
 * Everything any of the contexts of one patient knows. The order does not matter.
 * @throws RangeError if the contexts are of different patients.
 */
export function mergePatientContexts(...contexts: readonly PatientContext[]): PatientContext {
  const first = contexts[0];
  if (!first) return { patientId: '', harvest: emptyHarvest };
  if (contexts.some(c => c.patientId !== first.patientId)) {
    throw new RangeError('Contexts of different patients can not be merged.');
  }
  const sequences = contexts.flatMap(c => (c.sequence === undefined ? [] : [c.sequence]));
  return {
    patientId: first.patientId,
    harvest: contexts.length === 1 ? first.harvest : mergeHarvests(...contexts.map(c => c.harvest)),
    ...(sequences.length > 0 ? { sequence: Math.min(...sequences) } : {}),
  };
}

/** A context as text; equal contexts give equal texts. */
export function serializePatientContext(context: PatientContext): string {
  const { patientId, harvest, sequence } = context;
  return JSON.stringify({ patientId, harvest, ...(sequence === undefined ? {} : { sequence }) });
}

/**
 * The inverse of `serializePatientContext`.
 * @throws SyntaxError if the text is not a context.
 */
export function parsePatientContext(text: string): PatientContext {
  const value: unknown = JSON.parse(text);
  if (!isPatientContext(value)) throw new SyntaxError('This is not the context of a patient.');
  return value;
}

function isPatientContext(value: unknown): value is PatientContext {
  if (typeof value !== 'object' || value === null) return false;
  const { patientId, harvest, sequence } = value as Partial<Record<keyof PatientContext, unknown>>;
  return (
    typeof patientId === 'string' &&
    typeof harvest === 'object' &&
    harvest !== null &&
    Array.isArray((harvest as { facts?: unknown }).facts) &&
    (sequence === undefined || typeof sequence === 'number')
  );
}
