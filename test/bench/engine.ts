/**
 * What the engine costs per CT slice, in one thread: `npx esbuild test/bench/engine.ts --bundle --platform=node
 * --loader:.yaml=text --outfile=out/engine-bench.cjs && node out/engine-bench.cjs [folder] [profile]`.
 * Prints microseconds of CPU per file: raw copy, file to file, and the parts in memory; then the time of files of 500 MB beside
 * `fs.copyFileSync`. Rounds take turns; the least counts.
 */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
  writevSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/deid/deidentify';
import { patientContextFrom } from '../../src/deid/patientContext';
import { createTextCleaner } from '../../src/deid/text/cleaner';
import { memorySource } from '../../src/dicom/byteSource';
import { openFileSource, readWhole } from '../../src/dicom/fileSource.node';
import { openDicom } from '../../src/dicom/openFile';
import { writeParts } from '../../src/dicom/writeParts.node';
import { ReusedTables } from '../../src/dicom/tableBuilder';
import { resolveProfile } from '../../src/profile/resolve';
import { makeCtSlices } from './ctSlices.mjs';
import { makeLargeFile } from './largeFile.mjs';

const work = mkdtempSync(join(tmpdir(), 'deidbench-engine-'));
const [given, name] = process.argv.slice(2);
const folder = given ?? join(work, 'in');
if (given === undefined) makeCtSlices(folder, 100);
const { profile } = resolveProfile(name ?? 'builtin:ps3.15');
const engine = createEngine({
  profile,
  key: new Uint8Array(32).fill(3),
  textCleaner: createTextCleaner(profile.text),
  toolVersion: '0.1.0',
});
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(e => e.isFile())
  .map(e => join(e.parentPath, e.name));
const inMemory = paths.map(path => readWhole(path));
const tables = new ReusedTables();
const first = openDicom(memorySource(inMemory[0]!));
const patient = patientContextFrom(first);
const out = join(work, 'out');
mkdirSync(out);

const jobs: Record<string, (i: number) => void> = {
  'raw read + write': i => {
    const bytes = readWhole(paths[i]!, buffer);
    const fd = openSync(join(out, `${i}`), 'w');
    writeSync(fd, bytes);
    closeSync(fd);
  },
  'file to file': i => {
    const bytes = readWhole(paths[i]!, buffer);
    const outcome = engine.deidentify(openDicom(memorySource(bytes), tables), { patient });
    if (outcome.status !== 'written') throw new Error(outcome.message);
    const fd = openSync(join(out, `${i}`), 'w');
    writevSync(
      fd,
      outcome.parts.map(part => (part.kind === 'bytes' ? part.bytes : bytes.subarray(part.start, part.end))),
    );
    closeSync(fd);
  },
  'open (tokenize)': i => void openDicom(memorySource(inMemory[i]!), tables),
  'open + deidentify': i => void engine.deidentify(openDicom(memorySource(inMemory[i]!), tables), { patient }),
  'open + deidentify with audit': i =>
    void engine.deidentify(openDicom(memorySource(inMemory[i]!), tables), { patient, audit: true }),
  'index (patient context)': i => void patientContextFrom(openDicom(memorySource(inMemory[i]!), tables)),
};
const buffer = new Uint8Array(Math.max(...inMemory.map(b => b.length)));
const least: Record<string, number> = {};
for (let round = 0; round < 12; round++) {
  for (const [job, run] of Object.entries(jobs)) {
    const start = process.cpuUsage();
    for (let i = 0; i < paths.length; i++) run(i);
    const used = process.cpuUsage(start);
    const each = (used.user + used.system) / paths.length;
    least[job] = Math.min(least[job] ?? Infinity, each);
    rmSync(out, { recursive: true });
    mkdirSync(out);
  }
}
console.log(`${paths.length} files, ${first.dataSet.count} rows in the first, ${profile.name}`);
for (const [job, each] of Object.entries(least)) console.log(`${job.padEnd(30)} ${each.toFixed(1)} us CPU per file`);
console.log(`file to file / raw copy: ${(least['file to file']! / least['raw read + write']!).toFixed(2)}`);

const copy = join(out, 'copy');
for (const encapsulated of [false, true]) {
  const path = join(work, 'large.dcm');
  makeLargeFile(path, 500, { encapsulated });
  const least = { copy: Infinity, deidentify: Infinity };
  for (let round = 0; round < 6; round++) {
    for (const name of ['copy', 'deidentify'] as const) {
      const start = performance.now();
      if (name === 'copy') copyFileSync(path, copy);
      else {
        const source = openFileSource(path);
        const outcome = engine.deidentify(openDicom(source), { patient });
        if (outcome.status !== 'written') throw new Error(outcome.message);
        writeParts(source, outcome.parts, copy);
        source.close();
      }
      least[name] = Math.min(least[name], performance.now() - start);
      rmSync(copy);
    }
  }
  const kind = encapsulated ? 'encapsulated' : 'native';
  const [a, b] = [least.copy, least.deidentify].map(ms => ms.toFixed(0));
  console.log(`500 MB ${kind}: copyFileSync ${a} ms, file to file ${b} ms`);
}
rmSync(work, { recursive: true });
