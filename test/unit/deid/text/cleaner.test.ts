import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextCleaner, defaultTextSettings } from '../../../../src/deid/text/cleaner';
import type { TextMode, TextSettings } from '../../../../src/profile/model';
import { adversarial } from '../../../bench/text/adversarial';
import { clean, cleaned, harvestOf, noHarvest } from './support';

const withSettings = (
  settings: Partial<TextSettings>,
  text: string,
  extra: { dayShift?: number; maxLength?: number } = {},
) =>
  createTextCleaner({ ...defaultTextSettings, ...settings }).clean(
    text,
    { vr: 'LO', mode: 'surgical', multi: false, ...extra },
    noHarvest,
  ).text;

describe('modes', () => {
  const text = 'CT chest Zorbelina';
  const in_ = (mode: TextMode): string => cleaned(text, noHarvest, { mode });
  it('surgical keeps what no recognizer is sure about', () => expect(in_('surgical')).toBe(text));
  it('blankIfDoubt empties the value', () => expect(in_('blankIfDoubt')).toBe(''));
  it('keepList keeps known words', () => expect(in_('keepList')).toBe('CT chest'));
  it.each(['surgical', 'blankIfDoubt', 'keepList'] as const)('%s leaves plain vocabulary alone', mode => {
    expect(cleaned('AX T2 FLAIR brain without contrast', noHarvest, { mode })).toBe(
      'AX T2 FLAIR brain without contrast',
    );
  });
});

describe('dates', () => {
  it('keeps the year on request', () => {
    expect(withSettings({ dates: 'keepYear' }, 'seen 06/24/2004, again 20050102')).toBe('seen 2004, again 2005');
  });
  it.each([
    ['20040228 chest', '20040301 chest'],
    ['seen 02/28/2004', 'seen 03/01/2004'],
    ['seen 28.02.2004', 'seen 01.03.2004'],
    ['seen 28-FEB-2004', 'seen 01-MAR-2004'],
    ['seen February 28, 2004', 'seen March 1, 2004'],
    ['seen 2004-02-28 12:30', 'seen 2004-03-01 12:30'],
  ])('moves %s', (text, moved) => {
    expect(withSettings({ dates: 'shift' }, text, { dayShift: 2 })).toBe(moved);
  });
  it('removes what it cannot move', () => {
    expect(withSettings({ dates: 'shift' }, 'since March 2011', { dayShift: 2 })).toBe('since');
    expect(withSettings({ dates: 'shift' }, 'seen 24 de junio de 2004', { dayShift: 2 })).toBe('seen');
    expect(withSettings({ dates: 'shift' }, 'seen 02/28/2004')).toBe('seen');
  });
  it('removes a moved date that would not fit', () => {
    expect(withSettings({ dates: 'shift' }, 'June 1, 2004', { dayShift: 92, maxLength: 12 })).toBe('');
  });
});

describe("the profile's words", () => {
  it('keeps words and patterns', () => {
    expect(withSettings({ keep: ['Cyberknife plan'] }, 'ordered for Kowalczyk Cyberknife plan')).toBe(
      'ordered for Cyberknife plan',
    );
    expect(withSettings({ keep: ['/RO\\d{7}/'] }, 'RO6958948 tracer')).toBe('RO6958948 tracer');
  });
  it('removes words and patterns', () => {
    expect(withSettings({ remove: ['Halchenko'] }, 'HALCHENKO pilot')).toBe('pilot');
    expect(withSettings({ remove: ['/site-\\w+/'] }, 'site-north chest')).toBe('chest');
  });
  it('never keeps a name of the header', () => {
    const cleaner = createTextCleaner({ ...defaultTextSettings, keep: ['Quisling'] });
    const harvest = harvestOf({ PatientName: 'QUISLING^ADA' });
    expect(cleaner.clean('chest Quisling', { vr: 'LO', mode: 'surgical', multi: false }, harvest).text).toBe('chest');
  });
  it('says which pattern is wrong', () => {
    expect(() => createTextCleaner({ ...defaultTextSettings, keep: ['a', '/(/'] })).toThrow(/text\.keep, entry 2/);
  });
});

describe('values', () => {
  it('keeps their number', () => {
    expect(cleaned('chest Dr. Kowalczyk\\20040119\\axial', noHarvest, { multi: true })).toBe('chest Dr.\\\\axial');
  });
  it('reports spans in the whole text', () => {
    const text = 'axial\\on 01/19/2004';
    const [span] = clean(text, noHarvest, { multi: true }).spans;
    expect(text.slice(span?.start, span?.end)).toBe('01/19/2004');
  });
});

describe('what is left', () => {
  it.each([
    ['CT (01/19/2004) chest', 'CT chest'],
    ['CT chest - 01/19/2004', 'CT chest'],
    ['01/19/2004, CT chest', 'CT chest'],
    ['CT, 01/19/2004, chest', 'CT, chest'],
    ['CT chest.  Two  blanks stay 01/19/2004', 'CT chest.  Two  blanks stay'],
    ["Dr. Kowalczyk's patient", 'Dr. patient'],
    ['20040119', ''],
    ['(20040119)', ''],
    ['line one 20040119\r\nline two', 'line one\r\nline two'],
  ])('%j becomes %j', (text, left) => {
    expect(cleaned(text)).toBe(left);
  });
});

/** Texts with something to find in them, and anything else. */
const text = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...'CT chest Dr. Kowalczyk 01/19/2004 (555) 123-4567 for Jane Roe , - ( ) _ ^ Main Street 12 MRN 77123 at SNGH 山田 95 year old'.split(
          ' ',
        ),
      ),
      { maxLength: 24 },
    )
    .map(words => words.join(' ')),
);
const mode = fc.constantFrom<TextMode>('surgical', 'blankIfDoubt', 'keepList');
const rich = harvestOf({ PatientName: 'ROE^JANE=山田^太郎', PatientID: '77123', PatientBirthDate: '20040119' });

describe('for any text', () => {
  it('spans lie inside it and the result is no longer than it', () => {
    fc.assert(
      fc.property(text, mode, (value, m) => {
        const result = clean(value, rich, { mode: m });
        expect(result.text.length).toBeLessThanOrEqual(value.length);
        for (const { start, end } of result.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(value.length);
        }
        if (result.spans.length === 0) expect(result.text).toBe(value);
      }),
    );
  });

  it('two cleaners agree', () => {
    fc.assert(
      fc.property(text, value => {
        const request = { vr: 'LO', mode: 'surgical', multi: false } as const;
        const other = createTextCleaner(defaultTextSettings);
        expect(other.clean(value, request, rich)).toEqual(clean(value, rich));
        expect(clean(value, rich)).toEqual(clean(value, rich));
      }),
      { numRuns: 50 },
    );
  });

  it('shifted dates never exceed the limit of the VR', () => {
    const cleaner = createTextCleaner({ ...defaultTextSettings, dates: 'shift' });
    fc.assert(
      fc.property(text, fc.integer({ min: -400, max: 400 }), (value, dayShift) => {
        const maxLength = value.length;
        const request = { vr: 'LO', mode: 'surgical', multi: false, maxLength, dayShift } as const;
        expect(cleaner.clean(value, request, rich).text.length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });

  it('uses no letters or digits that were not there', () => {
    fc.assert(
      fc.property(text, value => {
        const before = [...value];
        for (const character of clean(value, rich).text) if (character !== ' ') expect(before).toContain(character);
      }),
    );
  });
});

describe('texts made to be slow', () => {
  // A pattern that backtracks would take minutes here, and the test would run into its time limit.
  it.each(adversarial(15_000))('%s', (_, value) => {
    const result = clean(value, rich, { vr: 'UT', mode: 'blankIfDoubt' });
    expect(result.text.length).toBeLessThanOrEqual(value.length);
  });
});
