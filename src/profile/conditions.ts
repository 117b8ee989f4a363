import { RE2JS } from 're2js';
import { uidByKeyword } from '../standard/uids';
import type { Condition } from './model';

/** Values of one attribute of the instance, without padding; empty if it is absent or empty. */
export type InstanceValues = (tag: number) => readonly string[];

type Test = (value: string) => boolean;

/** A function that tells whether all conditions hold for an instance. */
export function compileConditions(conditions: readonly Condition[]): (instance: InstanceValues) => boolean {
  const compiled = conditions.map(c => ({ tag: c.tag, tests: c.anyOf.map(compileTest) }));
  return instance =>
    compiled.every(({ tag, tests }) => {
      const values = instance(tag);
      return tests.some(test => values.some(test));
    });
}

function compileTest(test: Condition['anyOf'][number]): Test {
  if (test.kind === 'literal') return literalTest(test.value);
  const pattern = compilePattern(test.source, test.flags);
  return value => pattern?.matcher(value).find() ?? false;
}

/** `undefined` where the pattern does not compile: the reader has reported that, and such a profile is not run. */
function compilePattern(source: string, flags: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source, patternFlags(flags));
  } catch {
    return undefined;
  }
}

/** Flags of a `/re/flags` as RE2JS takes them; unknown letters are ignored here, the reader reports them. */
export function patternFlags(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

/** A UID may be given by its keyword (`CTImageStorage`); numbers are equal by value (`1.50` and `1.5`). */
function literalTest(literal: string): Test {
  const uid = uidByKeyword(literal)?.uid;
  const number = literal.trim() === '' ? Number.NaN : Number(literal);
  return value =>
    value === literal || value === uid || (!Number.isNaN(number) && value !== '' && Number(value) === number);
}
