import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine } from '../../src/deid/deidentify';
import { patientContextFrom } from '../../src/deid/patientContext';
import { createTextCleaner } from '../../src/deid/text/cleaner';
import type { DeidOutcome } from '../../src/deid/outcome';
import { memorySource } from '../../src/dicom/byteSource';
import type { DicomFile } from '../../src/dicom/dicomFile';
import { openDicom } from '../../src/dicom/openFile';
import { readProfile } from '../../src/profile/read';
import { resolveProfile } from '../../src/profile/resolve';
import type { ResolvedProfile } from '../../src/profile/model';
import { assemble } from './dicomOutline';

const folder = join(process.cwd(), '..', 'shared', 'dicom');

/** True where the folder of public sample files is present. */
export const haveSamples = existsSync(folder);

/** Sample files by name. */
export function sampleNames(): string[] {
  return haveSamples
    ? readdirSync(folder, { withFileTypes: true })
        .filter(e => e.isFile() && !e.name.endsWith('.csv'))
        .map(e => e.name)
        .sort()
    : [];
}

export function samplePath(name: string): string {
  return join(folder, name);
}

export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(samplePath(name)));
}

/** A profile from its text or the name of a built-in one. */
export function profileOf(textOrName: string): ResolvedProfile {
  const entry = textOrName.startsWith('builtin:') ? textOrName : readProfile(`deid: 1\nname: t\n${textOrName}`, 'test');
  const { profile, diagnostics } = resolveProfile(entry);
  const errors = diagnostics.filter(d => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(e => e.message).join(' '));
  return profile;
}

export function engineOf(textOrName: string, keyByte = 7, extra: { readonly knowledgeBase?: string } = {}): Engine {
  const profile = profileOf(textOrName);
  return createEngine({
    profile,
    key: new Uint8Array(32).fill(keyByte),
    textCleaner: createTextCleaner(profile.text),
    toolVersion: '0.0.0',
    ...extra,
  });
}

/** Runs an engine over bytes, the patient's context taken from these bytes alone. */
export function run(engine: Engine, bytes: Uint8Array, audit = false): { file: DicomFile; outcome: DeidOutcome } {
  const file = openDicom(memorySource(bytes));
  return { file, outcome: engine.deidentify(file, { patient: patientContextFrom(file), audit }) };
}

/** The output of a run that must not be quarantined. */
export function output(engine: Engine, bytes: Uint8Array): DicomFile {
  const { file, outcome } = run(engine, bytes);
  if (outcome.status !== 'written') throw new Error(`quarantined: ${outcome.code}`);
  return openDicom(memorySource(assemble(file.source, outcome.parts)));
}
