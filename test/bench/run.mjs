/**
 * `npm run bench [-- --slices 300] [--rounds 5] [--scale]`: what anonymizing costs, as ratios beside plain copies of the
 * same files in the same run. Commands take turns, the median of the rounds counts. Writes out/bench.json.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCtSlices } from './ctSlices.mjs';
import { makeLargeFile } from './largeFile.mjs';
import { measure, median, table } from './measure.mjs';
import { measureLanguage } from './profileLanguage.mjs';

const { values } = parseArgs({
  options: {
    slices: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '5' },
    profile: { type: 'string', default: 'builtin:ps3.15' },
    scale: { type: 'boolean', default: false },
    large: { type: 'boolean', default: true },
  },
});
const cli = 'dist/cli.js';
if (!existsSync(cli)) throw new Error('Build first: npm run build');
const slices = Number(values.slices);
const rounds = Number(values.rounds);
const work = mkdtempSync(join(tmpdir(), 'deidbench-bench-'));
const key = join(work, 'key');
writeFileSync(key, 'bench-key-0123456789abcdef');
const results = { node: process.version, processors: cpus().length, slices, tables: {} };
const ms = seconds => (seconds * 1000).toFixed(2);

const rawCopy = `
const fs = require('fs'), path = require('path');
const [from, to] = process.argv.slice(1);
const walk = (a, b) => { fs.mkdirSync(b, { recursive: true }); for (const e of fs.readdirSync(a, { withFileTypes: true })) {
  const x = path.join(a, e.name), y = path.join(b, e.name);
  if (e.isDirectory()) walk(x, y); else fs.writeFileSync(y, fs.readFileSync(x)); } };
walk(from, to);`;

const anonymize = (input, output, workers) => [
  process.execPath,
  [
    cli,
    'anonymize',
    input,
    output,
    '--profile',
    values.profile,
    '--key-file',
    key,
    '--workers',
    String(workers),
    '--events',
  ],
];

async function compare(name, jobs, files) {
  const figures = Object.fromEntries(Object.keys(jobs).map(job => [job, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [job, make] of Object.entries(jobs)) {
      const output = join(work, `out-${job.replace(/\W/g, '')}`);
      const [command, args] = make(output);
      figures[job].push(await measure(command, args));
      rmSync(output, { recursive: true, force: true });
      rmSync(`${output}.run`, { recursive: true, force: true });
    }
  }
  const base = figures['cp -r'];
  const rows = Object.entries(figures).map(([job, runs]) => [
    job,
    ms(median(runs.map(r => r.cpu)) / files),
    ms(median(runs.map(r => r.wall)) / files),
    base ? median(runs.map((r, i) => r.wall / base[i].wall)).toFixed(2) : '',
    Math.round(median(runs.map(r => r.rssMb ?? 0))),
  ]);
  const header = [name, 'CPU ms/file', 'wall ms/file', 'wall / cp -r', 'peak MB'];
  console.log(`\n${table(header, rows)}`);
  results.tables[name] = { header, rows };
}

try {
  const input = join(work, 'slices');
  makeCtSlices(input, slices);
  console.log(
    `${slices} CT slices of 0.53 MB, ${rounds} rounds, Node ${process.version}, ${cpus().length} processors, ${values.profile}`,
  );
  await compare(
    'CT slices',
    {
      'cp -r': output => ['cp', ['-r', input, output]],
      'read + write (Node)': output => [process.execPath, ['-e', rawCopy, input, output]],
      'anonymize, 1 worker': output => anonymize(input, output, 1),
      'anonymize, all processors': output => anonymize(input, output, cpus().length),
      'node (does nothing)': () => [process.execPath, ['-e', '0']],
    },
    slices,
  );
  rmSync(input, { recursive: true, force: true });

  if (values.large) {
    for (const encapsulated of [false, true]) {
      const folder = join(work, encapsulated ? 'encapsulated' : 'native');
      mkdirSync(folder);
      makeLargeFile(join(folder, 'large.dcm'), 500, { encapsulated });
      await compare(
        `500 MB ${encapsulated ? 'encapsulated' : 'native'}`,
        {
          'cp -r': output => ['cp', ['-r', folder, output]],
          'fs.copyFileSync': output => [
            process.execPath,
            [
              '-e',
              `fs.mkdirSync(process.argv[2]); fs.copyFileSync(process.argv[1] + '/large.dcm', process.argv[2] + '/large.dcm')`,
              folder,
              output,
            ],
          ],
          'anonymize, 1 worker': output => anonymize(folder, output, 1),
        },
        1,
      );
      rmSync(folder, { recursive: true, force: true });
    }
  }

  if (values.scale) {
    const rows = [];
    for (const count of [1_000, 10_000, 100_000]) {
      const folder = join(work, 'small');
      makeCtSlices(folder, count, { rows: 16, columns: 16 });
      const output = join(work, 'small-out');
      const [command, args] = anonymize(folder, output, cpus().length);
      const run = await measure(command, args);
      rows.push([count.toLocaleString('en-US'), ms(run.cpu / count), ms(run.wall / count), Math.round(run.rssMb ?? 0)]);
      for (const made of [folder, output, `${output}.run`]) rmSync(made, { recursive: true, force: true });
    }
    const header = ['small files', 'CPU ms/file', 'wall ms/file', 'peak MB'];
    console.log(`\n${table(header, rows)}`);
    results.tables.scale = { header, rows };
  }
  if (existsSync('dist/languageService.js')) {
    const rows = measureLanguage().map(r => [r.name, r.median.toFixed(1), r.worst.toFixed(1)]);
    const header = ['profile of 3,000 lines', 'median ms', 'worst ms'];
    console.log(`\n${table(header, rows)}`);
    results.tables.language = { header, rows };
  }
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
