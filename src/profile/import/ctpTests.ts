import { attributeByKeyword } from '../../standard/dictionary';
import { patternError } from '../readRule';
import type { When } from './ctpState';

/** A text as a regular expression that finds it. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A test of `@if` as conditions of a profile; `negated` where they hold when the test does not. */
export interface CtpTest {
  readonly when: When;
  readonly negated: boolean;
}

/** Conditions for the test of one attribute; `undefined` where a profile cannot ask that. */
export function testOf(keyword: string, test: string, text: string): CtpTest | undefined {
  const holds = (pattern: string, negated = false): CtpTest => ({ when: { [keyword]: pattern }, negated });
  switch (test) {
    case 'isblank':
      return holds('/\\S/', true);
    case 'exists':
      return holds('/./');
    case 'equals':
      return holds(`/^\\s*${escapePattern(text)}\\s*$/i`);
    case 'contains':
      return holds(`/${escapePattern(text)}/i`);
    case 'matches':
      return patternError(text) === undefined ? holds(`/^(?:${text.trim().replaceAll('/', '\\/')})$/`) : undefined;
    case 'greaterthan':
      return holds(`/${greaterThan(text)}/`);
    default:
      return undefined;
  }
}

/** True if the attribute can have more than one value: CTP tests them as one text, a profile one by one. */
export function isMultiple(keyword: string): boolean {
  const attribute = attributeByKeyword(keyword);
  return attribute !== undefined && attribute.vm !== '1';
}

/**
 * Pattern of the texts whose digits, read as one number, are greater than those of `text`: CTP drops everything but digits
 * on both sides before it compares (`089Y` is 89).
 */
export function greaterThan(text: string): string {
  const limit = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const sets: string[][] = [];
  for (let i = 0; i < limit.length; i++) {
    const digit = Number(limit[i]);
    if (digit === 9) continue;
    const rest = Array.from({ length: limit.length - i - 1 }, () => '\\d');
    sets.push([...limit.slice(0, i), digit === 8 ? '9' : `[${digit + 1}-9]`, ...rest]);
  }
  sets.push(['[1-9]', ...Array.from({ length: limit.length }, () => '\\d')]);
  const alternatives = sets.map(set => set.join('\\D*'));
  // The last is for longer numbers, which are greater whatever their digits.
  const [longer] = alternatives.splice(-1);
  return `^[^1-9]*(?:${[...alternatives.map(a => `${a}\\D*`), `${longer}[\\d\\D]*`].join('|')})$`;
}
