import { describe, expect, it } from 'vitest';
import { embeddedOverlayBits } from '../../../src/deid/embeddedOverlays';
import { memorySource } from '../../../src/dicom/byteSource';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { NotDicomError, openDicom } from '../../../src/dicom/openFile';
import { findRow } from '../../../src/dicom/rows';
import { assemble } from '../../support/dicomOutline';
import { engineOf, haveSamples, run, sampleBytes, sampleNames } from '../../support/deidSamples';
import { PLANTED, findPlanted, plantIdentifiers } from '../../support/plantedIdentifiers';

/** Sample files that hold a DICOM data set without damage and are no directory. */
function readable(): { name: string; bytes: Uint8Array; file: DicomFile }[] {
  return sampleNames().flatMap(name => {
    const bytes = sampleBytes(name);
    try {
      const file = openDicom(memorySource(bytes));
      if (file.problems.some(p => p.severity === 'damage') || findRow(file.dataSet, 0x00041220) >= 0) return [];
      return [{ name, bytes, file }];
    } catch (error) {
      if (error instanceof NotDicomError) return [];
      throw error;
    }
  });
}

function pixels(file: DicomFile): Uint8Array | undefined {
  const row = findRow(file.dataSet, 0x7fe00010);
  if (row < 0) return undefined;
  const start = file.dataSet.valueStart[row]!;
  return file.dataSource.read(start, file.dataSet.valueEnd[row]! - start);
}

describe.skipIf(!haveSamples)('every readable sample file', () => {
  const files = readable();
  const deflated = new Set(files.filter(f => f.file.encoding.deflated).map(f => f.name));

  it('is one of many, in many transfer syntaxes', () => {
    expect(files.length).toBeGreaterThan(290);
    expect(new Set(files.map(f => f.file.encoding.uid)).size).toBeGreaterThan(14);
  });

  it.each(['builtin:ps3.15', 'builtin:tcia', 'builtin:midi-b'])(
    'loses every identifier planted in it under %s and keeps its pixel data',
    profile => {
      const engine = engineOf(profile);
      const left: string[] = [];
      const quarantined: string[] = [];
      for (const { name, bytes } of files) {
        const planted = plantIdentifiers(bytes);
        if (!deflated.has(name)) expect(findPlanted(planted).length, name).toBe(Object.keys(PLANTED).length);
        const { file, outcome } = run(engine, planted);
        if (outcome.status !== 'written') {
          quarantined.push(`${name}: ${outcome.code}`);
          continue;
        }
        const written = assemble(file.source, outcome.parts);
        const again = openDicom(memorySource(written));
        const found = [...findPlanted(written), ...(again.encoding.deflated ? findPlanted(wholeOf(again)) : [])];
        if (found.length > 0) left.push(`${name}: ${found.join(', ')}`);
        expect(findPlanted(Buffer.from(outcome.path)), name).toEqual([]);
        expect(
          again.problems.filter(p => p.severity === 'damage').map(p => p.code),
          name,
        ).toEqual([]);
        const before = pixels(file);
        const after = pixels(again);
        if (embeddedOverlayBits(file) === 0 && Buffer.compare(before ?? EMPTY, after ?? EMPTY) !== 0)
          left.push(`${name}: pixel data changed`);
      }
      expect(left).toEqual([]);
      // Only what the profile itself wants examined first: burned-in annotations without pixel cleaning.
      expect(quarantined.filter(q => !q.endsWith('burned-in-annotation'))).toEqual([]);
    },
    600_000,
  );

  it('comes out the same twice, and with other UIDs under another key', () => {
    for (const { name, bytes } of files.filter((_, i) => i % 3 === 0)) {
      const [a, b, c] = [engineOf2(7), engineOf2(7), engineOf2(8)].map(engine => run(engine, bytes).outcome);
      if (a!.status !== 'written' || b!.status !== 'written' || c!.status !== 'written') throw new Error(name);
      const source = memorySource(bytes);
      expect(Buffer.compare(assemble(source, a!.parts), assemble(source, b!.parts)), name).toBe(0);
      const others = new Set(c!.uids.values());
      for (const uid of a!.uids.values()) expect(others.has(uid), name).toBe(false);
    }
  });

  it('finds nothing left to replace by Table E.1-1 codes in its own output', () => {
    const engine = engineOf2(7);
    for (const { name, bytes } of files.filter((_, i) => i % 5 === 0)) {
      const first = run(engine, bytes);
      if (first.outcome.status !== 'written') throw new Error(name);
      const written = assemble(first.file.source, first.outcome.parts);
      const second = run(engine, written, true);
      if (second.outcome.status !== 'written') throw new Error(name);
      const removed = second.outcome.audit.filter(entry => entry.action === 'removed').map(entry => entry.path);
      expect(removed, name).toEqual([]);
    }
  });
});

const EMPTY = new Uint8Array(0);
const engines = new Map<number, ReturnType<typeof engineOf>[]>();

/** Engines are made anew for each call up to two per key, so that a shared cache cannot hide a dependence on order. */
function engineOf2(keyByte: number): ReturnType<typeof engineOf> {
  const made = engines.get(keyByte) ?? [];
  engines.set(keyByte, made);
  if (made.length < 2) made.push(engineOf('builtin:ps3.15', keyByte));
  made.reverse();
  return made[0]!;
}

function wholeOf(file: DicomFile): Uint8Array {
  return file.dataSource.read(0, file.dataSource.size);
}
