import type { Reading } from '../reading';
import { eachMatch } from './each';

const LONG_NUMBER = /(?<![\d.])\d{7,}(?!\d|\.\d)/g;
const LETTERS_AND_NUMBER = /(?<![A-Za-z0-9])[A-Za-z]{1,4}-?\d{6,}[A-Za-z]?(?![A-Za-z0-9])/g;
const ACCESSION = /(?<![A-Za-z0-9])\d{3}[A-Z]\d{4}(?![A-Za-z0-9])|(?<!\d)(?:19|20)\d{6}[A-Z]\d{4,8}(?!\d)/g;
const HYPHENATED = /(?<![A-Za-z0-9-])(?:[A-Z]{1,4}-?)?\d{2,5}-\d{5,10}(?:-\d{1,6})?(?![A-Za-z0-9-])/g;
const UUID = /(?<![0-9A-Fa-f-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f-])/g;

/** Numbers that are identifiers by shape alone: seven digits and more, letters with six, accession-like mixtures. */
export function findShapeIdentifiers(reading: Reading): void {
  if (reading.digitCount < 6 && reading.longestRun < 8) return;
  const { text } = reading;
  const mark = (start: number, end: number, recognizer: string, reason: string): void => {
    if (reading.isFree(start, end)) reading.mark(start, end, 'identifier', recognizer, reason);
  };
  if (reading.hasAny('-') && reading.digitCount >= 7) {
    eachMatch(HYPHENATED, text, (_, start, end) =>
      mark(start, end, 'identifier.hyphenated', 'groups of digits too long for a measurement'),
    );
  }
  if (reading.markCount >= 4 && reading.hasAny('-')) {
    eachMatch(UUID, text, (_, start, end) => mark(start, end, 'identifier.uuid', 'UUID'));
  }
  if (reading.longestNumber >= 7)
    eachMatch(LONG_NUMBER, text, (_, start, end) =>
      mark(start, end, 'identifier.number', 'number of seven digits or more'),
    );
  if (reading.longestNumber >= 6)
    eachMatch(LETTERS_AND_NUMBER, text, (_, start, end) => {
      mark(start, end, 'identifier.letters', 'letters with six digits or more');
    });
  if (reading.longestRun >= 8)
    eachMatch(ACCESSION, text, (_, start, end) =>
      mark(start, end, 'identifier.accession', 'shape of an accession number'),
    );
}
