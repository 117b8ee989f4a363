import { describe, expect, it } from 'vitest';
import { exportCtp } from '../../../../src/profile/import/exportCtp';
import { exportRecipe } from '../../../../src/profile/import/exportRecipe';
import { upgrade } from '../../../../src/profile/import/upgrade';
import { readProfile } from '../../../../src/profile/read';
import { resolveProfile } from '../../../../src/profile/resolve';
import { imported, rules } from './fixtures';

const profile = (lines: string) => {
  const { profile: resolved, diagnostics } = resolveProfile(
    readProfile(`deid: 1\nname: t\nstandard: 2026c\n${lines}`, 't'),
  );
  expect(diagnostics.filter(d => d.severity === 'error')).toEqual([]);
  return resolved;
};

describe('exporting to CTP', () => {
  const script = (lines: string, keyword: string) =>
    new RegExp(` n="${keyword}">(.*)</e>`)
      .exec(exportCtp(profile(lines)).text)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const rule = (text: string) => `base: none\nrules:\n  - { ${text} }\n`;
  it.each<[string, string, string]>([
    ['tag: StudyID, action: remove', 'StudyID', '@remove()'],
    ['tag: StudyID, action: keep', 'StudyID', '@keep()'],
    ['tag: StudyID, action: Z', 'StudyID', '@empty()'],
    ['tag: SOPInstanceUID, action: uid', 'SOPInstanceUID', '@hashuid(@UIDROOT,this)'],
    ['tag: StudyDate, action: shift', 'StudyDate', '@incrementdate(this,@DATEINC)'],
    ['tag: ReferencedImageSequence, action: keep', 'ReferencedImageSequence', '@process()'],
    ['tag: StudyID, action: pseudonym, format: "P-{hash:6}"', 'StudyID', 'P-@hash(this,6)'],
    ['tag: StudyID, action: replace, value: "a{Modality}@"', 'StudyID', 'a@contents(Modality)\\@'],
    ['tag: StudyID, action: add, value: X', 'StudyID', '@always()X'],
    ['tag: StudyID, action: pattern, match: "[0-9]", with: "#"', 'StudyID', '@contents(this,"[0-9]","#")'],
    [
      'tag: StudyID, when: { Modality: [US, XA] }, action: remove',
      'StudyID',
      '@if(Modality,equals,"US"){@remove()}{@if(Modality,equals,"XA"){@remove()}{@keep()}}',
    ],
    [
      'tag: StudyID, when: { Manufacturer: "/^GE/i" }, action: empty',
      'StudyID',
      '@if(Manufacturer,matches,"(?i).*(?:^GE).*"){@empty()}{@keep()}',
    ],
    ['tag: StudyDate, action: dummy', 'StudyDate', '19000101'],
  ])('%s', (text, keyword, wanted) => {
    expect(script(rule(text), keyword)).toBe(wanted);
  });

  it('writes what the table and the options say', () => {
    const { text, changed } = exportCtp(profile('options: [RetainLongitudinalModifiedDates]\n'));
    expect(text).toContain('n="StudyDate">@incrementdate(this,@DATEINC)<');
    expect(text).toContain('n="InstitutionName">');
    expect(text).toContain('<r en="T" t="privategroups">');
    expect(text).toContain('<r en="T" t="overlays">');
    expect(changed.map(c => c.subject)).toContain('dates.shift');
  });

  it('refuses by name what CTP cannot say, and removes instead', () => {
    const { text, refused } = exportCtp(
      profile(
        'options: [CleanDescriptors, RetainSafePrivate]\nrules:\n  - { tag: RequestAttributesSequence/StudyID, action: keep }\n  - { tag: PatientAge, action: age }\n',
      ),
    );
    const subjects = refused.map(r => r.subject);
    expect(subjects).toContain('clean for StudyDescription');
    expect(subjects).toContain('option RetainSafePrivate');
    expect(subjects).toContain('rule for RequestAttributesSequence/StudyID');
    expect(subjects).toContain('action age for PatientAge');
    expect(text).toContain('n="StudyDescription">@remove()<');
    expect(text).toContain('n="PatientAge">@remove()<');
  });

  it('comes back with the same rules', () => {
    const lines =
      'base: none\ndates: { shift: { scope: patient, days: [-9, -9] } }\nrules:\n  - { tag: StudyDate, action: shift }\n  - { tag: StudyID, action: remove }\n  - { tag: AccessionNumber, action: pseudonym, format: "{hash:12}" }\n  - { tag: SeriesDescription, action: keep }\n  - { tag: SOPInstanceUID, action: uid }\n';
    const again = rules(imported(exportCtp(profile(lines)).text, 'ctp'));
    expect(again).toMatchObject({
      StudyDate: ['action: shift'],
      StudyID: ['action: remove'],
      AccessionNumber: ['action: pseudonym, format: "{hash:12}"'],
      SeriesDescription: ['action: keep'],
      SOPInstanceUID: ['action: uid'],
    });
  });
});

describe('exporting to a recipe', () => {
  const made = exportRecipe(
    profile(
      'base: none\ndates: { shift: { scope: patient, days: [-9, -9] } }\nrules:\n  - { tag: StudyDate, action: shift }\n  - { tag: StudyID, action: remove }\n  - { tag: SOPInstanceUID, action: uid }\n  - { tag: StudyDescription, action: replace, value: Heart }\n  - { tag: PatientName, action: pseudonym, format: "{hash:4}" }\n  - { group: "0013", action: remove }\n  - { tag: SeriesDescription, when: { Modality: US }, action: remove }\npixels:\n  regions:\n    - when: { Modality: US, Rows: [600, 768] }\n      blank: [[0, 0, 800, 59]]\nfiles:\n  quarantine:\n    - when: { Modality: "/SR|KO/" }\n',
    ),
  );
  it('writes the actions and filters it has', () => {
    for (const line of [
      'JITTER StudyDate -9',
      'REMOVE StudyID',
      'REPLACE StudyDescription Heart',
      'REMOVE select:group:0013',
      '  ctpcoordinates 0,0,800,59',
      '%filter blacklist',
    ])
      expect(made.text.split('\n')).toContain(line);
  });
  it('refuses pseudonyms and conditions by name, and blanks', () => {
    expect(made.refused.map(r => r.subject)).toEqual(
      expect.arrayContaining(['pseudonym for PatientName', 'rule for SeriesDescription (with a condition)']),
    );
    expect(made.text).toContain('BLANK PatientName');
    expect(made.text).toContain('REMOVE SeriesDescription');
  });
  it('comes back with the same recipes', () => {
    expect(imported(made.text, 'deid').text).toContain(
      '- when: { Modality: US, Rows: "768" }\n      blank: [[0, 0, 800, 59]]',
    );
  });
});

describe('a newer edition of the table', () => {
  it('lists the rows that were added, with what they change', () => {
    const { rows: added } = upgrade(profile('unlisted: { text: keep }\n'), '2024b', '2026c');
    expect(added.length).toBeGreaterThan(0);
    expect(added.every(r => r.edition > '2024b' && r.edition <= '2026c')).toBe(true);
    expect(added.some(r => r.changes && r.before === 'keep')).toBe(true);
  });

  it('changes nothing where a rule decides, or between equal editions', () => {
    const [row] = upgrade(profile(''), '2024b', '2026c').rows.filter(
      r => r.tag.startsWith('(') && !r.tag.includes('x'),
    );
    const ruled = upgrade(profile(`rules:\n  - { tag: "${row?.tag}", action: keep }\n`), '2024b', '2026c');
    expect(ruled.rows.find(r => r.tag === row?.tag)).toMatchObject({ changes: false, after: 'keep' });
    expect(upgrade(profile(''), '2026c', '2026c').rows).toEqual([]);
  });

  it('refuses editions that are none, or newer than the table', () => {
    expect(() => upgrade(profile(''), 'last year', '2026c')).toThrow('not an edition');
    expect(() => upgrade(profile(''), '2024b', '2031a')).toThrow('nothing is known');
  });
});
