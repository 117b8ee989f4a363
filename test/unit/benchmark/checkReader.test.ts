import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CategoryColumns, parseChecks } from '../../../src/benchmark/key/check';
import { CheckReader } from '../../../src/benchmark/key/checkReader';

const encoder = new TextEncoder();
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const text = fc.oneof(
  fc.constantFrom('<(0010,0010)>', '<text_removed>', '<>', '', '<É "quoted" \\ \n>', "<['A', 'B']>", '}, "1": {'),
  fc.string({ unit: 'grapheme' }),
);
const cell = fc.oneof({ weight: 5, arbitrary: text }, fc.constant(null), fc.integer(), fc.array(text), fc.boolean());
const categories = fc.oneof(
  fc.record({ hipaa: fc.record({ z: cell, m: cell }), prev_cat: cell }),
  fc.record({ 'hipaa.z': cell }),
  fc.record({ tcia: fc.record({ rev: cell }) }, { requiredKeys: [] }),
  cell,
);
const check = fc.record(
  {
    scope: text,
    tag: cell,
    tag_ds: cell,
    tag_name: cell,
    value: cell,
    action: cell,
    action_text: cell,
    answer_category: fc.array(fc.array(text)),
    answer_category_v2: categories,
  },
  { requiredKeys: [] },
);
const key = fc.dictionary(fc.oneof(fc.nat({ max: 30 }).map(String), fc.constantFrom('01', 'a', '-1', '1e3')), check);

function both(json: string): [unknown, unknown] {
  const columns = [new CategoryColumns(), new CategoryColumns()] as const;
  const expected = parseChecks(json, columns[0]);
  const found = new CheckReader(columns[1], decode).read(encoder.encode(json));
  return [
    { checks: found, columns: columns[1].names },
    { checks: expected, columns: columns[0].names },
  ];
}

describe('reading checks from bytes', () => {
  it('gives what parsing the JSON gives, however it is spaced', () => {
    fc.assert(
      fc.property(key, fc.constantFrom(undefined, 1, '\t'), (answers, indent) => {
        const [found, expected] = both(JSON.stringify(answers, null, indent));
        expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses what is not JSON wherever a byte is wrong', () => {
    const whole = JSON.stringify({
      0: {
        tag: '<(0010,0010)>',
        tag_ds: '<é\\>',
        tag_name: null,
        value: ['x'],
        action: '<a>',
        action_text: null,
        answer_category_v2: { hipaa: { z: null } },
      },
    });
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length - 1 }),
        fc.constantFrom('', '"', '}', ',', '\\', '\n', ' ', 'é'),
        (at, by) => {
          const broken = whole.slice(0, at) + by + whole.slice(at + 1);
          const [found, expected] = both(broken) as [{ checks: unknown }, { checks: unknown }];
          expect(found.checks).toEqual(expected.checks);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('keeps apart what only its hash has in common and what it met before', () => {
    const reader = new CheckReader(new CategoryColumns(), decode);
    const answers = (n: number): string =>
      JSON.stringify({
        0: {
          tag: `<${n}>`,
          tag_ds: `<${n}>`,
          tag_name: '',
          value: `${n}`,
          action: '',
          action_text: '',
          answer_category_v2: {},
        },
      });
    const bytes = Array.from({ length: 20_000 }, (_, n) => encoder.encode(answers(n)));
    expect(bytes.every((each, n) => reader.read(each)?.[0]?.value === `${n}`)).toBe(true);
    expect(bytes.every((each, n) => reader.read(each)?.[0]?.tagDs === `<${n}>`)).toBe(true);
  });
});
