import { describe, expect, it } from 'vitest';
import type { FilterSubject } from '../../../src/protocol/filter';
import { asksForEffect, matches, parseFilter, storableFilter } from '../../../src/protocol/filter';

const patientName: FilterSubject = {
  tag: '00100010',
  keyword: 'PatientName',
  name: "Patient's Name",
  vr: 'PN',
  length: 10,
  isPrivate: false,
  hasProblem: false,
  vm: () => 1,
  value: () => 'Smith^John',
  path: () => '(0010,0010)',
  change: () => 'same',
  effect: () => ({ outcome: 'changed', action: 'Z', reason: 'table Z', freeText: false }),
};
const privateText: FilterSubject = {
  ...patientName,
  tag: '00091001',
  keyword: '',
  name: '[ACME]',
  vr: 'LO',
  length: 0,
  isPrivate: true,
  hasProblem: true,
  vm: () => 0,
  value: () => '',
  change: () => 'added',
  path: () => '(0040,a730)[<1>](0009,"ACME",01)',
  effect: () => ({ outcome: 'removed', action: 'X', reason: 'private', freeText: true }),
};

describe('the filter language', () => {
  it.each<[string, boolean, boolean]>([
    ['', true, true],
    ['smith', true, false],
    ['SMITH', true, false],
    ['"smith^john"', true, false],
    ['name', true, false],
    ['patientname', true, false],
    ['0010', true, false],
    ['(0010,0010)', true, false],
    ['0009,1001', false, true],
    ['vr:PN', true, false],
    ['vr:pn,lo', true, true],
    ['-vr:PN', false, true],
    ['group:0010', true, false],
    ['group:00xx', true, true],
    ['tag:(0010,0010)', true, false],
    ['tag:0010', true, false],
    ['tag:00xx1001', false, true],
    ['private:true', false, true],
    ['private:no', true, false],
    ['empty:true', false, true],
    ['problem:true', false, true],
    ['length:>5', true, false],
    ['length:10', true, false],
    ['length:<=9', false, true],
    ['vm:>=1', true, false],
    ['path:acme', false, true],
    ['value:john keyword:patient', true, false],
    ['value:john keyword:study', false, false],
    ['status:removed', false, true],
    ['status:removed,changed', true, true],
    ['action:x', false, true],
    ['reason:table', true, false],
    ['freetext:true', false, true],
    ['change:added,removed', false, true],
    ['smith -private:true vr:PN', true, false],
    ['-smith', false, true],
  ])('%s', (text, first, second) => {
    const filter = parseFilter(text);
    expect(filter.problems).toEqual([]);
    expect([matches(filter, patientName), matches(filter, privateText)]).toEqual([first, second]);
  });

  it.each([
    ['colour:red', "'colour' is not a field"],
    ['length:big', 'takes a number'],
    ['private:maybe', 'takes true or false'],
    ['group:10', 'four hexadecimal digits'],
    ['vr:', 'needs something after the colon'],
  ])('says what is wrong with %s and leaves the term out', (text, problem) => {
    const filter = parseFilter(`${text} smith`);
    expect(filter.problems).toHaveLength(1);
    expect(filter.problems[0]).toContain(problem);
    expect(filter.terms).toHaveLength(1);
  });

  it('keeps blanks, commas and colons inside quotation marks together', () => {
    const filter = parseFilter('value:"a, b:c" "x y"');
    expect(filter.terms).toEqual([
      { kind: 'field', field: 'value', anyOf: ['a, b:c'], negated: false },
      { kind: 'text', text: 'x y', negated: false },
    ]);
  });

  it('never asks for a value if no term needs it', () => {
    const subject = {
      ...patientName,
      value: () => {
        throw new Error('asked');
      },
    };
    expect(matches(parseFilter('vr:PN group:0010'), subject)).toBe(true);
  });

  it('knows which filters need the effect of a profile', () => {
    expect(asksForEffect(parseFilter('status:removed'))).toBe(true);
    expect(asksForEffect(parseFilter('vr:PN smith'))).toBe(false);
  });
});

describe('what of a filter may be stored', () => {
  it('is the terms that cannot quote a value', () => {
    expect(storableFilter('vr:PN group:0010 private:true "smith john" status:removed')).toBe(
      'vr:PN group:0010 private:true status:removed',
    );
    expect(storableFilter('smith -P-0001 value:doe name:acme path:x reason:y keyword:z colour:red')).toBe('');
    expect(storableFilter('-vr:UI (0010,0010) length:>100')).toBe('-vr:UI (0010,0010) length:>100');
  });
});
