import { describe, expect, it } from 'vitest';
import { withDiscoveredNames } from '../../../../src/deid/text/harvest';
import { clean, cleaned, cleaner, harvestOf, noHarvest } from './support';

describe('names that context gives away', () => {
  it.each([
    ['ref by Dr. Sampson', 'ref by Dr.'],
    ['Referred by Aschley Battilana, MD', 'Referred by, MD'],
    ['Prof. Dr. med. Huber', 'Prof. Dr. med.'],
    ['Tech: Kowalczyk', 'Tech:'],
    ['mother Kelli Estes phone (972)516-9815', 'mother phone'],
    ['Please ring Hilda Holden on 555-123-4567', 'Please ring on'],
    ['sister of Diana Love', 'sister of'],
    ['results given to Jane Forest RN', 'results given to RN'],
    ['Überweisung durch Dr. Weißmann', 'Überweisung durch Dr.'],
    ['Patiente de M. Bukovsky', 'Patiente de M.'],
    ['WILLIS^LYDIA', ''],
    ['LEAD II PT WILLFONG, ELYANAH', 'LEAD II PT'],
  ])('%s', (text, left) => {
    expect(cleaned(text)).toBe(left);
  });
});

describe('words that are no names here', () => {
  it.each([
    'Hill-Sachs lesion MR arthro',
    'Swan-Ganz catheter in place',
    'study limited by body habitus',
    'ordered by ED physician',
    'CT for PE',
    'Graves disease uptake',
    'Patient moved, repeated x2',
    'discussed with the referring team',
    'MS protocol',
    'Baker cyst',
    'T2 STIR AX',
    'read by the on call resident. LI improved',
    'US Preg Multi 1st Tri TA TV',
    'mother had breast cancer',
  ])('%s stays', text => {
    expect(clean(text).spans).toEqual([]);
  });
});

describe('names of the header', () => {
  const harvest = harvestOf({
    PatientName: 'GLASS^RACHEL^ANN',
    ReferringPhysicianName: 'van der Berg^Jürgen',
    OperatorsName: 'Haynes^Paul',
    InstitutionName: 'Malone, Lloyd and Sharp General Hospital',
    PatientID: '0038-7712',
    PatientBirthDate: '19610914',
    PatientAddress: '1261 Leawood Street, Little Rock AR 72223',
  });

  it.each([
    ['chest Rachel Glass', 'chest'],
    ['chest GLASS, R', 'chest'],
    ['CT/Glass/axial', 'CT/axial'],
    ['rglass scan', 'scan'],
    ['for Jurgen van der Berg', 'for'],
    ['for VAN DER BERG', 'for'],
    ['Tech: PH', 'Tech:'],
    ['op=PH', 'op='],
    ['Racheel Glass', ''],
    ['Performed at MLASGH', 'Performed at'],
    ['at MLSGH', 'at'],
    ['id 00387712', 'id'],
    ['38-7712 chest', 'chest'],
    ['born 091461', 'born'],
    ['near Leawood', 'near'],
  ])('%s', (text, left) => {
    expect(cleaned(text, harvest)).toBe(left);
    expect(clean(text, harvest).spans.length).toBeGreaterThan(0);
  });

  it('keeps an ordinary word that is also a surname of the header', () => {
    expect(cleaned('ground glass opacity', harvest)).toBe('ground glass opacity');
    expect(cleaned('contrast phase', harvestOf({ ReferringPhysicianName: 'PHASE^JOHN' }))).toBe('contrast phase');
  });

  it('finds ideographic and phonetic groups as substrings', () => {
    const japanese = harvestOf({ PatientName: 'Yamada^Tarou=山田^太郎=やまだ^たろう' });
    expect(cleaned('胸部CT 山田太郎様', japanese)).toBe('胸部CT 様');
    expect(cleaned('やまだ chest', japanese)).toBe('chest');
    expect(cleaned('chest Yamada', japanese)).toBe('chest');
  });

  it('finds the beginning of an identifier where the value is cut', () => {
    const text = 'CT abdomen and pelvis with contrast, portal venous phase for 0038';
    expect(cleaned(text, harvest, { maxLength: 64 })).toBe(text.slice(0, -5));
    expect(cleaned('CT chest GLA', harvest, { vr: 'SH', maxLength: 12 })).toBe('CT chest');
  });
});

describe('second sweep', () => {
  it('removes a discovered name where nothing announces it', () => {
    const report =
      'Dr. Vuković recommended a biopsy of the lesion in the left lobe; Vuković did not return before noon.';
    expect(cleaned(report)).not.toContain('Vuković');
  });

  it('carries names from one text to another', () => {
    const request = { vr: 'LT', mode: 'surgical', multi: false } as const;
    const harvest = cleaner.discover([{ text: 'Reported by Dr. Kowalczyk', request }], noHarvest);
    expect(harvest.facts.map(fact => fact.value)).toEqual(['Kowalczyk']);
    expect(cleaned('PRELIM KOWALCZYK', harvest)).toBe('PRELIM');
    expect(cleaned('PRELIM KOWALCZYK', noHarvest)).toBe('PRELIM KOWALCZYK');
  });

  it('changes nothing when no name was discovered', () => {
    expect(withDiscoveredNames(noHarvest, [])).toBe(noHarvest);
  });
});
