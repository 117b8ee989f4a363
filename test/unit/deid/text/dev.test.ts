import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluate, type Sample } from '../../../bench/text/evaluate';
import { generate } from '../../../bench/text/generate';
import { heldOut } from '../../../bench/text/heldOut';
import { cleaner } from './support';

const path = '../shared/text/dev.jsonl.gz';
const shared = existsSync(path);

describe.skipIf(!shared)('development strings', () => {
  const samples = shared
    ? gunzipSync(readFileSync(path))
        .toString('utf8')
        .trim()
        .split('\n')
        .filter((_, i) => i % 3 === 0)
        .map(line => JSON.parse(line) as Sample)
    : [];
  it('lose 99.9 % of what identifies and keep 99.95 % of the rest', () => {
    const { phi, other } = evaluate(cleaner, samples, 'surgical');
    expect(phi.removed / phi.all).toBeGreaterThan(0.999);
    expect(1 - other.removed / other.all).toBeGreaterThan(0.9995);
  });
});

describe('generated strings', () => {
  const samples = generate(heldOut(), 1200, 11);
  it('lose 98.5 % of what identifies and keep 99.8 % of the rest', () => {
    const { phi, other } = evaluate(cleaner, samples, 'surgical');
    expect(phi.removed / phi.all).toBeGreaterThan(0.985);
    expect(1 - other.removed / other.all).toBeGreaterThan(0.998);
  });
  it('lose 99.3 % in doubt', () => {
    const { phi } = evaluate(cleaner, samples, 'blankIfDoubt');
    expect(phi.removed / phi.all).toBeGreaterThan(0.993);
  });
});
