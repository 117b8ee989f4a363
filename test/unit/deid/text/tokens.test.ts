import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/deid/text/fold';
import { tokenize } from '../../../../src/deid/text/tokens';
import { sharedLexicon, WordClass } from '../../../../src/deid/text/lexicon';
import { takeOut } from '../../../../src/deid/text/tidy';

describe('tokenize', () => {
  it('separates words, numbers and marks', () => {
    expect(tokenize("T2_O'Brien's 3.5").map(token => token.text)).toEqual([
      'T',
      '2',
      '_',
      "O'Brien",
      "'",
      's',
      '3',
      '.',
      '5',
    ]);
  });
  it.each([
    ['lower', 'chest'],
    ['title', 'Émile'],
    ['upper', 'MÜLLER'],
    ['mixed', 'McCoy'],
  ])('sees the shape %s of %s', (shape, word) => {
    expect(tokenize(word)[0]?.shape).toBe(shape);
  });
  it('folds diacritics of words', () => {
    expect(tokenize('Łódź Straße Ångström').map(token => token.folded)).toEqual(['lodz', 'strasse', 'angstrom']);
    expect(fold('ØRSTED')).toBe('orsted');
  });
});

describe('lexicon', () => {
  const lexicon = sharedLexicon();
  const is = (word: string, bit: number): boolean => (lexicon.classesOf(word) & bit) !== 0;
  it('knows names, words, jargon and places', () => {
    expect(is('kowalczyk', WordClass.family | WordClass.name)).toBe(true);
    expect(is('rachel', WordClass.given)).toBe(true);
    expect(is('chest', WordClass.imaging)).toBe(true);
    expect(is('flair', WordClass.imaging)).toBe(true);
    expect(is('table', WordClass.common)).toBe(true);
    expect(is('springfield', WordClass.place)).toBe(true);
    expect(is('hodgkin', WordClass.eponym)).toBe(true);
  });
  it('takes a plural for its singular', () =>
    expect(is('tomograms', WordClass.imaging | WordClass.dicom | WordClass.rare)).toBe(true));
  it('knows nothing of what is not there', () => expect(lexicon.classesOf('zzyzzxq')).toBe(0));
});

describe('takeOut', () => {
  it('returns the text itself when nothing is cut', () => expect(takeOut('a  b ', [])).toBe('a  b '));
  it('unites overlapping cuts', () => {
    expect(
      takeOut('abc def ghi', [
        { start: 4, end: 6 },
        { start: 5, end: 8 },
      ]),
    ).toBe('abc ghi');
  });
  it('puts replacements in place', () => {
    expect(takeOut('on 2004-01-19.', [{ start: 3, end: 13, replacement: '2004' }])).toBe('on 2004.');
  });
});
