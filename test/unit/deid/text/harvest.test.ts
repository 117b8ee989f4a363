import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHarvest, harvestFrom, isHarvested, mergeHarvests, type Harvest } from '../../../../src/deid/text/harvest';
import { cleaned, harvestOf } from './support';

const entry = fc.record({
  keyword: fc.constantFrom('PatientName', 'PatientID', 'StudyDate', 'InstitutionName', 'PatientAddress', 'Rows'),
  vr: fc.constantFrom('PN', 'LO', 'DA', 'US'),
  values: fc.array(fc.string(), { maxLength: 3 }),
});
const harvest = fc.array(entry, { maxLength: 6 }).map(entries => harvestFrom(entries));

describe('harvest', () => {
  it('survives JSON', () => {
    fc.assert(
      fc.property(harvest, h => {
        expect(JSON.parse(JSON.stringify(h))).toEqual(h);
      }),
    );
  });

  it('merges in any order and is its own neutral', () => {
    fc.assert(
      fc.property(harvest, harvest, (a, b) => {
        expect(mergeHarvests(a, b)).toEqual(mergeHarvests(b, a));
        expect(mergeHarvests(a, a)).toEqual(a);
        expect(mergeHarvests(a, emptyHarvest)).toEqual(a);
      }),
    );
  });

  it('keeps the same way of writing a name whatever the order of the headers', () => {
    const one = harvestOf({ PatientName: 'Roe^Jane' });
    const other = harvestOf({ PatientName: 'ROE^JANE' });
    expect(mergeHarvests(one, other)).toEqual(mergeHarvests(other, one));
  });

  it('has another id for other facts', () => {
    const ids = ['ROE^JANE', 'ROE^JANET', 'DOE^JANE'].map(name => harvestOf({ PatientName: name }).id);
    expect(new Set(ids).size).toBe(3);
  });

  it('takes every PN, and identifiers by keyword', () => {
    expect(isHarvested('SomePrivateName', 'PN')).toBe(true);
    expect(isHarvested('AccessionNumber', 'SH')).toBe(true);
    expect(isHarvested('StudyDate', 'DA')).toBe(true);
    expect(isHarvested('SeriesDescription', 'LO')).toBe(false);
  });

  it('finds identifiers of other instances of the patient', () => {
    const merged: Harvest = mergeHarvests(
      harvestOf({ PatientID: 'AB1234' }),
      harvestOf({ ReferringPhysicianName: 'Quisling^Ada' }),
    );
    expect(cleaned('AB1234 seen by Quisling', merged)).toBe('seen by');
  });
});
