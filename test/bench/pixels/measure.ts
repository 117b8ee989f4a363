import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { cleanPixels } from '../../../src/pixels/cleanPixels.node';
import { headerIdentifiers } from '../../../src/pixels/headerIdentifiers';
import { openOcrReader } from '../../../src/pixels/ocr/tesseractReader.node';
import type { CleaningMode } from '../../../src/pixels/verdict/decide';

interface Entry {
  readonly path: string;
  readonly kind: 'clean' | 'text';
  readonly base: string;
  readonly shape: readonly number[];
}

/**
 * measure.ts CORPUS [MODE]: cleans every image of a generated corpus, writes the new pixel data beside it (`*.cleaned`) and
 * CORPUS/results.json for the judge, and prints time and memory. CPU time counts all threads, so a busy machine matters less.
 */
async function main(): Promise<void> {
  const [folder, mode = 'balanced'] = process.argv.slice(2);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Entry[];
  const reader = await openOcrReader();
  const results: { path: string; cpu: number; wall: number; boxes: unknown[]; cleaned: boolean }[] = [];
  for (const { path } of manifest) {
    const file = openDicom(memorySource(readFileSync(join(folder, path))));
    const wall = performance.now();
    const cpu = process.cpuUsage();
    const report = await cleanPixels(file, {
      mode: mode as CleaningMode,
      detect: 'always',
      regions: [],
      identifiers: headerIdentifiers(file),
      reader,
    });
    const { user, system } = process.cpuUsage(cpu);
    const { replacement } = report.outcome;
    if (replacement) writeFileSync(join(folder, `${path}.cleaned`), Buffer.concat(replacement.pixelData));
    results.push({
      path,
      cpu: (user + system) / 1000,
      wall: performance.now() - wall,
      boxes: report.boxes.map(({ x, y, width, height, reason, text }) => ({ x, y, width, height, reason, text })),
      cleaned: replacement !== undefined,
    });
  }
  await reader.close();
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results));
  const byPath = new Map(results.map(r => [r.path, r]));
  const of = (kind: string, size?: [number, number]) =>
    manifest
      .filter(
        m => m.kind === kind && (!size || (m.shape[1] * m.shape[2] >= size[0] && m.shape[1] * m.shape[2] <= size[1])),
      )
      .map(m => byPath.get(m.path)!);
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]?.toFixed(0);
  const around512: [number, number] = [180_000, 350_000];
  for (const kind of ['clean', 'text']) {
    const all = of(kind);
    const mid = of(kind, around512);
    console.log(
      `${kind}: ${all.filter(r => r.cleaned).length} of ${all.length} changed; about 512x512 (${mid.length}): median ` +
        `${median(mid.map(r => r.cpu))} ms CPU, ${median(mid.map(r => r.wall))} ms wall; all: ${median(all.map(r => r.cpu))} ms CPU`,
    );
  }
  const both = [...of('clean', around512), ...of('text', around512)];
  console.log(`both, about 512x512: median ${median(both.map(r => r.cpu))} ms CPU`);
  console.log(`memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  for (const r of of('clean').filter(c => c.cleaned)) {
    console.log('  changed clean image', manifest.find(m => m.path === r.path)?.base, r.path, JSON.stringify(r.boxes));
  }
}

void main();
