import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderSource, type SourceFile } from '../../../../src/benchmark/synthesis/sources.node';
import { synthesize, type SynthesisResult } from '../../../../src/benchmark/synthesis/synthesize.node';
import { idealEdits } from '../../../support/benchmark/idealTool';
import { loadBenchmark, score, type Instance } from '../../../support/benchmark/synthesised';

const shared = '../shared/dicom';
const out = mkdtempSync(join(tmpdir(), 'synthesis-folder-'));
/** Files beyond this size add time, not cases. */
const MOST_BYTES = 150_000;

function* smallFiles(): IterableIterator<SourceFile> {
  for (const file of folderSource(shared)) if (statSync(join(shared, file.path)).size <= MOST_BYTES) yield file;
}

describe.skipIf(!existsSync(shared))(
  'a benchmark made from real files of many modalities and transfer syntaxes',
  () => {
    let result: SynthesisResult;
    let instances: Instance[];
    beforeAll(async () => {
      result = await synthesize(smallFiles(), out, {
        seed: 3,
        pixels: 0.8,
        locales: ['en-US', 'de-DE', 'pl-PL'],
        wide: true,
        uidForm: 'asSeen',
      });
      instances = loadBenchmark(out);
    });
    afterAll(() => rmSync(out, { recursive: true, force: true }));

    it('uses nearly every readable file and says of the others why not', () => {
      expect(result.instances).toBeGreaterThan(80);
      expect(Object.keys(result.skipped)).toEqual(expect.arrayContaining(['duplicate-instance', 'no-sop-class']));
    });

    it('covers compressed pixel data as well', () => {
      const burned = instances.filter(i => i.checks.some(check => check.action === '<pixels_hidden>'));
      const compressed = burned.filter(
        i => i.file.encoding.uid.startsWith('1.2.840.10008.1.2.4') || i.file.encoding.uid.endsWith('.1.2.5'),
      );
      expect(compressed.length).toBeGreaterThanOrEqual(3);
    });

    it('gives 100 % to a tool that does exactly what the key asks', () => {
      const missed = instances.flatMap(instance => {
        const { edits } = idealEdits(instance.file, instance.checks);
        return score(instance, edits).filter(o => o.passed !== true && o.check.action !== '<pixels_hidden>');
      });
      expect(missed.map(o => `${o.check.action} ${o.check.tagDs} ${o.check.value} | ${o.check.actionText}`)).toEqual(
        [],
      );
    });
  },
);
