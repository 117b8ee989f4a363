import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCtSlices } from '../bench/ctSlices.mjs';
import { deidbench, startDeidbench } from '../support/cli';
import { folderDigest } from '../support/folderBytes';

const SLICES = 900;
const KILLS = 20;
const root = process.getuid?.() === 0;

let work: string;
let input: string;
let key: string;
let undisturbed: Record<string, string>;

const anonymize = (output: string, ...more: string[]): string[] => [
  'anonymize',
  input,
  output,
  '-p',
  'builtin:ps3.15',
  '--key-file',
  key,
  '--workers',
  '2',
  '--json',
  ...more,
];

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'faults-'));
  chmodSync(work, 0o755);
  input = join(work, 'in');
  key = join(work, 'key');
  writeFileSync(key, 'a-key-of-enough-length', { mode: 0o644 });
  makeCtSlices(input, SLICES, { rows: 32, columns: 32 });
  expect(deidbench(anonymize(join(work, 'undisturbed'))).code).toBe(0);
  undisturbed = folderDigest(join(work, 'undisturbed'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Numbers in [0, 1) that are the same in every run of the test. */
function* randoms(seed: number): Generator<number> {
  for (let x = seed; ;) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x / 2 ** 32;
  }
}

describe('a run that meets a fault', () => {
  it('uses several threads and writes the bytes of one', () => {
    const output = join(work, 'one-thread');
    expect(deidbench([...anonymize(output), '--workers', '1']).code).toBe(0);
    expect(folderDigest(output)).toEqual(undisturbed);
  });

  it(`goes on after kill -9 at ${KILLS} random moments and ends with the bytes of an undisturbed run`, async () => {
    const random = randoms(20261124);
    let kills = 0;
    for (let round = 0; kills < KILLS; round++) {
      const output = join(work, `killed-${round}`);
      for (let first = true; ; first = false) {
        const child = startDeidbench(anonymize(output, '--resume-if-started'));
        const ended = new Promise<number | null>(resolve => child.on('exit', resolve));
        const timer = setTimeout(() => child.kill('SIGKILL'), 150 + random.next().value! * 1500);
        const code = kills < KILLS ? await ended : (clearTimeout(timer), await ended);
        clearTimeout(timer);
        if (code === null) {
          kills++;
          continue;
        }
        if (code !== 0) {
          const again = deidbench(anonymize(output, '--resume-if-started'));
          expect(again.code, `round ${round}, again: ${again.stderr}`).toBe(0);
        }
        expect(code, `round ${round}${first ? ' (never killed)' : ''}`).toBe(0);
        break;
      }
      expect(folderDigest(output)).toEqual(undisturbed);
      for (const table of ['uid_mapping.csv', 'patid_mapping.csv']) {
        expect(readFileSync(join(`${output}.run`, table), 'utf8')).toBe(
          readFileSync(join(work, 'undisturbed.run', table), 'utf8'),
        );
      }
    }
  });

  it.runIf(root)('stops at a full disk with advice, leaves no torn file, and goes on when there is room', () => {
    const disk = join(work, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', disk]);
    expect(mounted.status).toBe(0);
    try {
      const output = join(disk, 'out');
      const args = anonymize(output, '--run', join(work, 'disk.run'));
      const full = deidbench(args);
      expect(full.code).toBe(1);
      expect(full.stderr).toMatch(/disk of the output folder is full.*--resume/);
      const written = folderDigest(output);
      expect(Object.keys(written).length).toBeGreaterThan(10);
      for (const [path, digest] of Object.entries(written)) expect(digest).toBe(undisturbed[path]);
      expect(spawnSync('mount', ['-o', 'remount,size=64m', disk]).status).toBe(0);
      expect(deidbench([...args, '--resume']).code).toBe(0);
      expect(folderDigest(output)).toEqual(undisturbed);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it.runIf(root)('reports a folder it may not read, goes on, and says so with its exit code', () => {
    const place = join(work, 'locked');
    const locked = join(place, 'in/locked');
    makeCtSlices(join(place, 'in'), 3, { rows: 8, columns: 8 });
    mkdirSync(locked);
    writeFileSync(join(locked, 'x.dcm'), '');
    spawnSync('chown', ['-R', 'nobody', place]);
    chmodSync(locked, 0);
    const result = deidbench(
      ['anonymize', join(place, 'in'), join(place, 'out'), '-p', 'builtin:ps3.15', '--key-file', key, '--json'],
      { uid: 65534 },
    );
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({ written: 3, skipped: 1 });
    expect(readFileSync(join(place, 'out.run/not-written.csv'), 'utf8')).toContain('locked,skipped,unreadable-folder');
  });

  it('notices files that vanish between finding and reading', () => {
    const place = join(work, 'vanish');
    makeCtSlices(join(place, 'in'), 3, { rows: 8, columns: 8 });
    const args = [
      'anonymize',
      join(place, 'in'),
      join(place, 'out'),
      '-p',
      'builtin:ps3.15',
      '--key-file',
      key,
      '--json',
    ];
    expect(deidbench(args).code).toBe(0);
    rmSync(join(place, 'out'), { recursive: true });
    // A ledger that knows a file which is gone: what a run sees when a folder changes under it.
    rmSync(join(place, 'in/patient0/series0/slice1.dcm'));
    spawnSync(process.execPath, [
      '-e',
      `const { Database } = require('node-sqlite3-wasm'); const db = new Database(process.argv[1]); db.exec("UPDATE file SET state = 'found'"); db.close();`,
      join(place, 'out.run/ledger.db'),
    ]);
    const result = deidbench([...args, '--resume']);
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout)).toMatchObject({ written: 2, quarantined: 1 });
    expect(readFileSync(join(place, 'out.run/not-written.csv'), 'utf8')).toContain('slice1.dcm,quarantined,vanished');
  });

  it('refuses to write over another run or into its own input, in one sentence', () => {
    for (const [args, message] of [
      [anonymize(join(work, 'undisturbed')), /already holds a run; add --resume/],
      [anonymize(join(input, 'out')), /must not lie inside each other/],
      [['anonymize', join(work, 'nothing'), join(work, 'x'), '-p', 'builtin:ps3.15'], /does not exist/],
      [['anonymize', input, join(work, 'x'), '-p', 'builtin:nothing'], /There is no profile builtin:nothing/],
      [['anonymize', input, join(work, 'x'), '-p', join(work, 'no.deid.yaml')], /There is no profile file/],
      [
        ['anonymize', input, join(work, 'x'), '-p', 'builtin:ps3.15', '--workers', 'many'],
        /--workers takes a whole number/,
      ],
      [['anonymize', input, '-p', 'builtin:ps3.15'], /missing required argument 'out'/],
    ] as const) {
      const result = deidbench(args);
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(message);
      expect(result.stderr).not.toMatch(/\n\s+at /);
    }
    expect(existsSync(join(work, 'x'))).toBe(false);
    expect(readdirSync(input).sort()).toEqual(['patient0', 'patient1', 'patient2']);
  });
});
