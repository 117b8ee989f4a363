import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { uidValue } from '../../../src/dicom/values';
import { assemble } from '../../support/dicomOutline';
import { engineOf, haveSamples, run, sampleBytes, sampleNames, samplePath } from '../../support/deidSamples';

const validator = spawnSync('dciodvfy', ['-version']).error === undefined;

/** Error lines of dciodvfy with everything in them that names values taken out; counted. */
async function errors(path: string): Promise<Map<string, number> | undefined> {
  const text = await new Promise<string>(resolve => {
    const child = spawn('dciodvfy', [path], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('latin1')));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString('latin1')));
    child.on('close', () => resolve(out));
  });
  // A file it can not read says nothing about the elements.
  if (/Tags out of order|dataset read failed/.test(text)) return undefined;
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (!line.startsWith('Error')) continue;
    const key = line
      .trim()
      .replace(/UID [\d.]+$/, 'UID')
      .replace(/"[^"]*"|\b[\d.]{3,}\b|= <[^>]*>/g, '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe.skipIf(!haveSamples || !validator)('dciodvfy', () => {
  const work = mkdtempSync(join(tmpdir(), 'deid-iod-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  // The originals are the same under every profile.
  const originals = new Map<string, ReturnType<typeof errors>>();
  const errorsBefore = (name: string): ReturnType<typeof errors> => {
    const known = originals.get(name) ?? errors(samplePath(name));
    originals.set(name, known);
    return known;
  };

  it.each(['builtin:ps3.15', 'builtin:tcia', 'builtin:midi-b'])(
    'finds no error in any sample file after %s that was not there before',
    async profile => {
      const engine = engineOf(profile);
      const names = [...sampleNames()];
      const fresh: string[] = [];
      let checked = 0;
      const worker = async (): Promise<void> => {
        for (let name = names.pop(); name !== undefined; name = names.pop()) {
          let written: Uint8Array;
          try {
            const { file, outcome } = run(engine, sampleBytes(name));
            // Without a SOP class there is no IOD to conform to.
            if (outcome.status !== 'written' || uidValue(file, 0x00080016) === '') continue;
            written = assemble(file.source, outcome.parts);
          } catch {
            continue; // Not DICOM.
          }
          const path = join(work, `${checked++}.dcm`);
          writeFileSync(path, written);
          const after = await errors(path);
          rmSync(path);
          if (!after || after.size === 0) continue;
          const before = await errorsBefore(name);
          if (!before) continue;
          for (const [line, count] of after) {
            const known = before.get(line) ?? 0;
            if (count > known) fresh.push(`${name}: ${line} (${known} -> ${count})`);
          }
        }
      };
      await Promise.all([worker(), worker()]);
      expect(checked).toBeGreaterThan(290);
      expect(fresh).toEqual([]);
    },
    900_000,
  );
});
