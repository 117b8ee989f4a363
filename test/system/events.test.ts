import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JobEvent } from '../../src/protocol/jobs';
import { deidbench } from '../support/cli';

const work = mkdtempSync(join(tmpdir(), 'events-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (...parts: string[]) => join(work, ...parts);

/** Every line of the output must be an event: the editor reads nothing else. */
function events(...args: string[]): JobEvent[] {
  const { stdout, stderr } = deidbench([...args, '--events']);
  const lines = stdout.split('\n').filter(line => line !== '');
  expect(lines.length, stderr).toBeGreaterThan(0);
  return lines.map(line => JSON.parse(line) as JobEvent);
}

function summaryOf(all: readonly JobEvent[]) {
  const last = all.at(-1);
  if (last?.type !== 'done') throw new Error(`ended with ${JSON.stringify(last)}`);
  return last.summary;
}

describe('commands with --events', () => {
  it('say what they do and end with a summary, from a benchmark to its score and verification', () => {
    const made = events('synth', '--embedded', at('bench'), '--seed', '3');
    expect(made[0]).toEqual({ type: 'started', job: 'synth' });
    const { written, places } = summaryOf(made);
    expect(written).toBeGreaterThan(40);
    expect(Object.values(places).filter(place => !existsSync(place))).toEqual([]);

    const anonymized = summaryOf(
      events('anonymize', at('bench', 'input'), at('out'), '--profile', 'builtin:tcia', '--run', at('run')),
    );
    expect(anonymized.written).toBe(written);
    const table = readFileSync(at('run', 'files.csv'), 'utf8').trim().split('\n').slice(1);
    expect(table).toHaveLength(written);
    for (const [input = '', output = ''] of table.map(line => line.split(',')))
      expect([existsSync(at('bench', 'input', input)), existsSync(at('out', output))]).toEqual([true, true]);

    const tables = ['--uids', at('run', 'uid_mapping.csv')];
    const verified = summaryOf(
      events('verify', at('bench', 'input'), at('out'), ...tables, '--report', at('v', 'v.json')),
    );
    expect(verified).toMatchObject({ written, places: { verify: at('v', 'v.json') } });
    const report = JSON.parse(readFileSync(at('v', 'v.json'), 'utf8')) as { findings: unknown[] };
    expect(verified.figures?.findings).toBe(String(report.findings.length));

    const key = [
      '--key',
      at('bench', 'answer_key.db'),
      '--patients',
      at('run', 'patid_mapping.csv'),
      '--out',
      at('res'),
    ];
    const quick = ['--ocr', 'none', '--no-dciodvfy'];
    const scored = summaryOf(events('score', at('out'), ...key, ...tables, ...quick));
    expect(scored.figures?.score).toMatch(/^\d+\.\d\d%$/);
  });
});
