import { describe, expect, it } from 'vitest';
import { judgeLine } from '../../../../src/pixels/verdict/judgeLine';
import { needlesOf } from '../../../../src/pixels/verdict/needles';

const needles = needlesOf(['KAUFMAN^SCOTT', '19561203', 'MRN-0045871', 'Lakeside Hospital', '20190704']);

describe('a line of read text', () => {
  it.each([
    ['the name of the header', 'KAUFMAN SCOTT', 90, 'identifying', 'header-identifier'],
    ['the name with two letters misread', 'KAUFNAN  5COTT', 50, 'identifying', 'header-identifier'],
    ['a piece of the name', 'KAUFMA', 50, 'identifying', 'header-identifier'],
    ['the birth date in another order', 'born 12/03/1956', 70, 'identifying', 'header-identifier'],
    ['the record number with O for 0', 'OO45871', 60, 'identifying', 'part-of-header-identifier'],
    ['the institution', 'LAKES1DE', 70, 'identifying', 'header-identifier'],
    ['a date of nobody known', '04-Aug-2011', 30, 'identifying', 'date'],
    ['a long number', 'ID 4413297', 60, 'identifying', 'number'],
    ['a name with a caret', 'ROSSI^EMILY', 20, 'identifying', 'name-with-caret'],
    ['two unknown words', 'Emily Rossi', 80, 'identifying', 'name-shape'],
    ['a label of identity', 'Patient:', 80, 'identifying', 'label'],
    ['a side marker', 'L', 90, 'noise', 'short'],
    ['a position marker', 'PORTABLE AP', 90, 'marker', 'marker-words'],
    ['a position marker misread', 'PORTABIE', 70, 'marker', 'marker-words'],
    ['exposure', '120 kV 250 mA', 80, 'marker', 'marker-words'],
    ['one unknown word', 'Gallop', 80, 'unknown', 'word'],
    ['scribble', 'qx ]v', 10, 'noise', 'low-confidence'],
    ['nothing', '', 0, 'noise', 'short'],
  ])('that is %s', (_, text, confidence, kind, reason) => {
    expect(judgeLine(text, confidence, needles)).toEqual({ kind, reason });
  });
});

describe('identifiers', () => {
  it('too short or too common to search for are left out', () => {
    expect(needlesOf(['LI^WU', 'General Hospital', '12', ''])).toEqual([]);
  });

  it('that are dates are looked for in every order of day, month and year', () => {
    expect(needlesOf(['19561203'])).toEqual(['19561203', '12031956', '03121956']);
  });
});
