import type { AttributeType } from '../standard/codes';
import type { ActionCode } from './model';

/** What a code comes to for one attribute: a compound code is resolved, K, C and U stay. */
export type SimpleCode = 'K' | 'X' | 'Z' | 'D' | 'C' | 'U';

type Strength = 1 | 2 | 3;

/** Answers per code: for Type 1, 2 and 3 (or not in the IOD at all). */
const RESOLVED: Readonly<
  Record<Exclude<ActionCode, 'K' | 'C' | 'U' | 'D'>, readonly [SimpleCode, SimpleCode, SimpleCode]>
> = {
  // The table is contradicted by an IOD here and there; a valid object comes first, and no branch keeps the value (PS3.15 E.1.1).
  X: ['D', 'Z', 'X'],
  Z: ['D', 'Z', 'Z'],
  'X/Z': ['D', 'Z', 'X'],
  'Z/D': ['D', 'Z', 'Z'],
  'X/D': ['D', 'D', 'X'],
  'X/Z/D': ['D', 'Z', 'X'],
  'X/Z/U*': ['U', 'Z', 'X'],
};

/** What is done where Types are not known: the branch that keeps any object valid. */
const STRONGEST: Readonly<Partial<Record<ActionCode, SimpleCode>>> = {
  X: 'X',
  Z: 'Z',
  'X/Z': 'Z',
  'Z/D': 'D',
  'X/D': 'D',
  'X/Z/D': 'D',
  'X/Z/U*': 'U',
};

/**
 * Resolves a code of Table E.1-1 by the attribute's Type in the SOP class's IOD (PS3.15 E.1, Table E.1-1a): 1 -> D, 2 -> Z,
 * 3 -> X. A conditional Type counts as unconditional, because the attribute is present. An attribute that is not in the IOD
 * may be removed.
 */
export function resolveCompound(code: ActionCode, type: AttributeType | undefined, knownSopClass: boolean): SimpleCode {
  if (code === 'K' || code === 'C' || code === 'U' || code === 'D') return code;
  if (!knownSopClass) return STRONGEST[code] ?? 'X';
  return RESOLVED[code][strength(type) - 1] ?? 'X';
}

function strength(type: AttributeType | undefined): Strength {
  if (type === '1' || type === '1C') return 1;
  return type === '2' || type === '2C' ? 2 : 3;
}
