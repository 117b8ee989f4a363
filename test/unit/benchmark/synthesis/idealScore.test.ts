import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedFiles } from '../../../../src/benchmark/synthesis/sources.node';
import { synthesize, type SynthesisResult } from '../../../../src/benchmark/synthesis/synthesize.node';
import { idealEdits, SABOTAGED_ACTION, type Sabotage } from '../../../support/benchmark/idealTool';
import { loadBenchmark, score, type Instance } from '../../../support/benchmark/synthesised';

const out = mkdtempSync(join(tmpdir(), 'synthesis-'));
let result: SynthesisResult;
let instances: Instance[];

beforeAll(async () => {
  result = await synthesize(embeddedFiles(), out, {
    seed: 11,
    pixels: 0.4,
    locales: ['en-US'],
    wide: false,
    uidForm: 'legal',
  });
  instances = loadBenchmark(out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('a synthesised benchmark', () => {
  it('has an answer for every instance and uses all ten actions', () => {
    expect(instances).toHaveLength(result.instances);
    expect(instances.every(instance => instance.file !== undefined)).toBe(true);
    expect(Object.keys(result.answersByAction).sort()).toEqual(
      Object.values(SABOTAGED_ACTION)
        .map(action => action.slice(1, -1))
        .sort(),
    );
  });

  it('gives 100 % to a tool that does exactly what the key asks', () => {
    const missed = instances
      .flatMap(instance => score(instance, idealEdits(instance.file, instance.checks).edits))
      .filter(o => o.passed !== true);
    expect(missed.map(o => `${o.check.action} ${o.check.tagDs} ${o.check.value} ${o.check.actionText}`)).toEqual([]);
  });

  it('gives the identity transform nothing for what must change and everything for what must stay', () => {
    const outcomes = instances.flatMap(instance => score(instance, []));
    const rate = (action: string): number => {
      const of = outcomes.filter(o => o.check.action === action);
      return of.filter(o => o.passed === true).length / of.length;
    };
    for (const action of [
      '<text_removed>',
      '<date_shifted>',
      '<uid_changed>',
      '<uid_consistent>',
      '<patid_consistent>',
      '<pixels_hidden>',
    ]) {
      expect([action, rate(action)]).toEqual([action, 0]);
    }
    for (const action of ['<text_retained>', '<tag_retained>', '<text_notnull>', '<pixels_retained>']) {
      expect([action, rate(action)]).toEqual([action, 1]);
    }
  });

  it.each(Object.entries(SABOTAGED_ACTION))('lowers exactly one check when a tool commits %s', (name, action) => {
    const sabotage = name as Sabotage;
    const spoiled = instances.find(i => idealEdits(i.file, i.checks, sabotage).victim !== undefined);
    expect(spoiled).toBeDefined();
    const { edits, victim } = idealEdits(spoiled!.file, spoiled!.checks, sabotage);
    const oddUid = sabotage === 'keepUid' ? (victim?.value ?? '').slice(1, -1) : undefined;
    const failed = score(spoiled!, edits, oddUid).filter(o => o.passed !== true);
    expect(failed.map(o => [o.check.action, o.check.index])).toEqual([[action, victim?.index]]);
  });
});
