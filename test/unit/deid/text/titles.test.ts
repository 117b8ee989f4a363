import { describe, expect, it } from 'vitest';
import { createTextCleaner, defaultTextSettings } from '../../../../src/deid/text/cleaner';
import { harvestFrom } from '../../../../src/deid/text/harvest';

const harvest = harvestFrom([{ keyword: 'ReferringPhysicianName', vr: 'PN', values: ['Miller^Ann'] }]);
const request = { vr: 'LO', keyword: 'StudyDescription', mode: 'surgical', multi: false } as const;
const clean = (text: string, titles: 'keep' | 'remove'): string =>
  createTextCleaner({ ...defaultTextSettings, titles }).clean(text, request, harvest).text;

describe('titles of removed names', () => {
  it.each([
    ['CT ABDOMEN Dr. Miller', 'CT ABDOMEN'],
    ['SCOUT (Dr. Miller)', 'SCOUT'],
    ['Dr. Miller OMNIPAQUE 350', 'OMNIPAQUE 350'],
    ['MRI BREAST for Prof. Dr. Miller', 'MRI BREAST for'],
    ['seen by DR MILLER', 'seen by'],
  ])('go with the name in %j where the profile says so', (text, expected) => {
    expect(clean(text, 'remove')).toBe(expected);
  });

  it.each(['CT ABDOMEN Dr. Miller', 'SCOUT (Dr. Miller)'])('stay in %j otherwise', text => {
    expect(clean(text, 'keep')).toContain('Dr.');
  });

  it.each(['MS protocol Miller', 'Dr. view lateral', 'PAN scan'])('that are none stay in %j', text => {
    expect(clean(text, 'remove')).toBe(clean(text, 'keep'));
  });
});
