import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { joinPart } from '../../../src/extension/jobs/partialRun';
import { duration, ProgressText } from '../../../src/extension/jobs/progressText';
import { lastSentence, readEvent } from '../../../src/extension/jobs/runJob';
import { stepsOf } from '../../../src/extension/jobs/steps';
import { isInterrupted, isResumable, readRun, writeRun } from '../../../src/extension/results/runRecord';
import type { RunRecord } from '../../../src/protocol/results';

const work = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run: RunRecord = {
  version: 1,
  id: '20260102-030405-benchmark',
  kind: 'benchmark',
  state: 'running',
  started: '2026-01-02T03:04:05.000Z',
  seconds: 0,
  profile: 'builtin:tcia',
  paths: { input: 'in', output: 'out', runFolder: 'out.run', key: join(work, 'bench', 'answer_key.db') },
  source: { embedded: true, seed: 7 },
};

describe('the record of a run', () => {
  it('is read back as written, and only if it is one', () => {
    writeRun(work, run);
    expect(readRun(work)).toEqual(run);
    expect(statSync(join(work, 'run.json')).mode & 0o077).toBe(0);
    writeFileSync(join(work, 'run.json'), '{"version":1,"id":"x"}');
    expect(readRun(work)).toBeUndefined();
    writeFileSync(join(work, 'run.json'), '{ torn');
    expect(readRun(work)).toBeUndefined();
  });

  it('is interrupted when it says running and its window is gone', () => {
    expect(isInterrupted({ ...run, pid: process.pid })).toBe(false);
    expect(isInterrupted(run)).toBe(true);
    expect(isResumable(run)).toBe(true);
    expect(isResumable({ ...run, state: 'done' })).toBe(false);
  });
});

describe('the steps of a run', () => {
  const setup = { folder: work, env: { DEIDBENCH_KEY: 'secret-secret-secret' } };
  const commands = (record: RunRecord) => stepsOf(record, setup).map(step => step.args[0]);

  it('make the benchmark only if it is not there', () => {
    expect(commands(run)).toEqual(['synth', 'anonymize', 'score']);
    mkdirSync(join(work, 'bench'), { recursive: true });
    writeFileSync(join(work, 'bench', 'answer_key.db'), '');
    expect(commands(run)).toEqual(['anonymize', 'score']);
    expect(commands({ ...run, kind: 'anonymize' })).toEqual(['anonymize']);
  });

  it('give the key to de-identification in its environment and never as an argument', () => {
    for (const { args, env } of stepsOf(run, setup)) {
      expect(args.join(' ')).not.toContain('secret');
      expect(env).toEqual(args[0] === 'anonymize' ? setup.env : undefined);
    }
  });

  it('remember the score as a fraction and where the reports are', () => {
    const score = stepsOf(run, setup).at(-1);
    const summary = { written: 2, quarantined: 0, notDicom: 0, skipped: 0, bytes: 0, seconds: 1, places: {} };
    expect(score?.learn({ ...summary, figures: { score: '97.50%' } }, run)).toMatchObject({
      fraction: 0.975,
      paths: { reports: join(work, `score-${run.id}`) },
    });
  });
});

describe('joining a part with the run it belongs to', () => {
  const put = (name: string, text: string) => {
    const path = join(work, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const read = (name: string) => readFileSync(join(work, name), 'utf8');
  const made = { part: join(work, 'j/part.run'), runFolder: join(work, 'j/out.run'), output: join(work, 'j/out') };
  const whole = { output: join(work, 'w/out'), runFolder: join(work, 'w/out.run') };
  put('w/out/p1/1.dcm', 'old 1');
  put('w/out/p2/2.dcm', 'old 2');
  put('w/out.run/files.csv', 'file,output,patient\na,p1/1.dcm,h1\nb,p2/2.dcm,h2\n');
  put('w/out.run/uid_mapping.csv', 'id_old,id_new\n1,10\n2,20\n');
  put('w/out.run/patid_mapping.csv', 'id_old,id_new\nP,Q\n');
  put('j/out/p1/1.dcm', 'new 1');
  put('j/part.run/files.csv', 'file,output,patient\na,p1/1.dcm,h1\n');
  put('j/part.run/patid_mapping.csv', 'id_old,id_new\nP,Q\n');

  it('keeps new outputs, takes the others over, and joins the tables', () => {
    put('j/part.run/uid_mapping.csv', 'id_old,id_new\n1,10\n3,30\n');
    expect(joinPart(made, whole)).toEqual({
      uids: join(made.runFolder, 'uid_mapping.csv'),
      patients: join(made.runFolder, 'patid_mapping.csv'),
    });
    expect(read('j/out/p1/1.dcm')).toBe('new 1');
    expect(read('j/out/p2/2.dcm')).toBe('old 2');
    expect(read('j/out.run/files.csv')).toBe('file,output,patient\nb,p2/2.dcm,h2\na,p1/1.dcm,h1\n');
    expect(read('j/out.run/uid_mapping.csv')).toBe('id_old,id_new\n1,10\n2,20\n3,30\n');
    expect(existsSync(join(whole.output, 'p1/1.dcm'))).toBe(true);
  });

  it('refuses if an identifier got another pseudonym', () => {
    put('j/part.run/uid_mapping.csv', 'id_old,id_new\n1,11\n');
    expect(() => joinPart(made, whole)).toThrow(/other identifiers: run it again as a whole/);
  });
});

describe('progress', () => {
  const event = (done: number, total?: number) =>
    ({ type: 'progress', phase: 'deidentify', done, bytes: 0, ...(total !== undefined && { total }) }) as const;

  it('tells files per second and the time left', () => {
    const text = new ProgressText();
    expect(text.of(event(0, 3000), 0)).toBe('de-identifying: 0 of 3,000 files');
    expect(text.of(event(1200, 3000), 2000)).toBe('de-identifying: 1,200 of 3,000 files, 600 files/s, 3 s left');
    expect(text.of(event(3000, 3000), 5000)).toBe('de-identifying: 3,000 of 3,000 files, 600 files/s');
  });

  it.each([
    [34, '34 s'],
    [300, '5 min'],
    [7800, '2 h 10 min'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('reads events and nothing else', () => {
    expect(readEvent('{"type":"started","job":"x"}')).toEqual({ type: 'started', job: 'x' });
    for (const line of ['', 'text', '{', '{"type":"other"}', '[1]']) expect(readEvent(line)).toBeUndefined();
  });

  it('repeats of a standard error only what the program says itself', () => {
    const text = 'Note: x\ndeidbench: The disk is full.\nTypeError: Doe^Jane\n\nNode.js v20';
    expect(lastSentence(text)).toBe('The disk is full.');
    expect(lastSentence('TypeError: Doe^Jane')).toBeUndefined();
  });
});
