import { describe, expect, it } from 'vitest';
import { createTextCleaner, defaultTextSettings } from '../../../../src/deid/text/cleaner';
import { harvestFrom } from '../../../../src/deid/text/harvest';
import { cleaned, harvestOf } from './support';

const person = (value: string) => harvestFrom([{ keyword: 'PatientName', vr: 'PN', values: [value] }]);

describe('second sweep with names of the first', () => {
  const cleaner = createTextCleaner(defaultTextSettings);
  const request = { vr: 'LO', mode: 'surgical', multi: false } as const;
  const none = harvestOf({});
  const learned = cleaner.discover([{ text: 'Discussed with Dr. Kettelhut by phone', request }], none);
  it.each(['KETTELHUT ax t2', 'plan kettelhut v2', 'sag_Kettelhut_01'])('takes the name out of %j', text => {
    expect(cleaner.clean(text, request, none).text).toMatch(/kettelhut/i);
    expect(cleaner.clean(text, request, learned).text).not.toMatch(/kettelhut/i);
  });
  it('takes it out later in the same long text', () => {
    const text = `Seen by Dr. Kettelhut. ${'No acute finding is seen here. '.repeat(3)}Copy goes to kettelhut too.`;
    expect(cleaned(text)).not.toMatch(/kettelhut/i);
  });
});

describe('groups of a person name in other scripts', () => {
  const yamada = person('Yamada^Tarou=山田^太郎=やまだ^たろう');
  it.each([
    ['頭部CT 山田太郎', '頭部CT'],
    ['山田様 胸部', '様 胸部'],
    ['CT やまだ', 'CT'],
    ['CT Yamada', 'CT'],
  ])('go from %j', (text, rest) => {
    expect(cleaned(text, yamada)).toBe(rest);
  });
  it('go without separators between family and given name', () => {
    expect(cleaned('胸部 김희중 PA', person('Hong^Gildong=김^희중'))).toBe('胸部 PA');
  });
});

describe('addresses without state or postal code', () => {
  it.each([
    ['lives at 38 Oleander Way', 'lives at'],
    ['8622 Meridian Street', ''],
    ['wohnhaft Lange Reihe 155', 'wohnhaft'],
    ['demeurant 12 rue du Moulin', 'demeurant'],
    ['Address: 72 Nguyen Hue, Singapore', 'Address:'],
  ])('%j', (text, rest) => {
    expect(cleaned(text)).toBe(rest);
  });
  it.each(['Zone 2 TEVAR landing', '3 plane loc', 'A4C STRAIN GLS', 'Studie Arm C Zyklus 2', 'z_ring 10 mm'])(
    'leaves %j',
    text => {
      expect(cleaned(text)).toBe(text);
    },
  );
});

describe('identifiers cut at the limit of the VR', () => {
  const harvest = harvestOf({ PatientID: '4478123365', PatientName: 'Quandahl^Rosina', AccessionNumber: 'A7731200' });
  const fill = (tail: string): string =>
    `${'CT CHEST ABDOMEN PELVIS WITH CONTRAST PORTAL VENOUS PHASE '.slice(0, 63 - tail.length)} ${tail}`;
  it.each(['MRN 44781', 'for 447812', 'Quanda', 'acc A7731', 'DOB 03/12', 'SSN 412-55-'])('go: %j', tail => {
    const text = fill(tail);
    expect(text).toHaveLength(64);
    const last = tail.split(' ').at(-1) as string;
    expect(cleaned(text, harvest)).not.toContain(last);
  });
  it('go from an SH of sixteen characters', () => {
    expect(cleaned('CT BRAIN 4478123', harvest, { vr: 'SH', maxLength: 16 })).toBe('CT BRAIN');
  });
});

describe('locales of the profile', () => {
  const shifted = (locales: readonly string[]): string =>
    createTextCleaner({ ...defaultTextSettings, dates: 'shift', locales }).clean(
      'Compared to 03/04/2005',
      { vr: 'LO', mode: 'surgical', multi: false, dayShift: 1 },
      harvestOf({}),
    ).text;
  it.each([
    [[], '03/05/2005'],
    [['en'], '03/05/2005'],
    [['en-US', 'de'], '03/05/2005'],
    [['en-GB'], '04/04/2005'],
    [['de'], '04/04/2005'],
    [['fr-CA', 'en'], '04/04/2005'],
  ] as const)('%j read the day of an ambiguous date', (locales, date) => {
    expect(shifted(locales)).toBe(`Compared to ${date}`);
  });
});

describe('the rest of a text', () => {
  it.each([
    'Normal Haller cells incidentally noted.',
    'Hemodialysis Tuesday, Thursday and Saturday.',
    'Retired nurse. Technically difficult study.',
    'WATER: Ax LAVA Flex',
    't2_tse_dixon_cor_p2_W',
    'Philips Imaging DD 001',
    'CLÍNICA: dolor lumbar',
    '11C-methionine',
  ])('stays: %j', text => {
    expect(cleaned(text)).toBe(text);
  });
  it.each([
    ['HERR LINDQVIST WURDE INFORMIERT', 'HERR WURDE INFORMIERT'],
    ['Radiologue : Hiroshi Krishnamurthy', 'Radiologue :'],
    ['cc Drs. Leung and Gray', 'cc Drs. and'],
    ['d/w Iyengar (ortho)', 'd/w (ortho)'],
    ['Verlegung aus Klinikum Bad Waldfelden', 'Verlegung aus'],
    ['call report to 07389 347 936', 'call report to'],
  ])('stays around what goes: %j', (text, rest) => {
    expect(cleaned(text)).toBe(rest);
  });
});
