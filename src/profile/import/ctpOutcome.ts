import { replacementAction } from './ctpAction';
import { parseReplacement, type CtpPart } from './ctpFunctions';
import {
  holdBack,
  isThis,
  keywordOf,
  lose,
  param,
  type CtpCall,
  type CtpContext,
  type CtpRule,
  type CtpState,
} from './ctpState';
import { isMultiple, testOf } from './ctpTests';

/** What a replacement comes to: rules in the order they are written, the unconditional one first. */
export interface CtpOutcome extends Omit<CtpState, 'context'> {
  readonly rules: readonly CtpRule[];
}

/** Turns the replacement of one element into rules. What has no equal becomes the stricter action, and a note says so. */
export function ctpOutcome(script: string, context: CtpContext): CtpOutcome {
  const state: CtpState = { context, notes: [], quarantine: [] };
  const rules = branch(script, state, false, 0);
  const { notes, quarantine, days, root } = state;
  return {
    rules,
    quarantine,
    notes,
    ...(days === undefined ? {} : { days }),
    ...(root === undefined ? {} : { root }),
  };
}

function branch(script: string, state: CtpState, alwaysAbove: boolean, depth: number): CtpRule[] {
  const all = parseReplacement(script);
  const always = alwaysAbove || all.some(p => p.kind === 'call' && p.name === 'always');
  const parts = withoutBlanks(all.filter(p => !(p.kind === 'call' && p.name === 'always')));
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.kind === 'call' && only.name === 'if' && depth < 6) return condition(only, state, always, depth);
  if (only?.kind === 'call' && only.name === 'select') return selection(only, state, always, depth);
  return [{ fields: replacementAction(parts, only, state, always) }];
}

/** Blanks around the only call of a replacement are layout. */
function withoutBlanks(parts: readonly CtpPart[]): readonly CtpPart[] {
  const calls = parts.filter(p => p.kind === 'call');
  return calls.length === 1 && parts.every(p => p.kind === 'call' || p.text.trim() === '') ? calls : parts;
}

/** `@select(){top}{item}`: one replacement for the top of the data set, one for the items of sequences. */
function selection(part: CtpCall, state: CtpState, always: boolean, depth: number): CtpRule[] {
  const [root = '', nested = ''] = part.clauses;
  const top = branch(root, state, always, depth + 1);
  if (root === nested) return top;
  const inside = branch(nested, state, false, depth + 1);
  // What keeps at the top must not keep in a sequence where the script takes away.
  if (!top.some(leavesValue) || inside.some(leavesValue)) {
    lose(state, 'changed', 'tells the top of the data set from sequences; the rule for the top is used everywhere');
    return top;
  }
  lose(state, 'changed', 'is kept at the top of the data set only; the stricter rule for sequences is used everywhere');
  return inside;
}

/** `@if(Element,test,"text"){then}{else}` becomes a rule with a condition and one without. */
function condition(part: CtpCall, state: CtpState, always: boolean, depth: number): CtpRule[] {
  const [name = '', test = ''] = part.args;
  const [then = '', otherwise = ''] = part.clauses;
  const own = isThis(name, state);
  const kind = test.toLowerCase();
  if (own && kind === 'exists' && !always) return branch(then, state, always, depth + 1);
  // The name of the place that values are taken from: a profile always looks at the top of the data set.
  const keyword = own ? keywordOf(state) : state.context.element(name.replace(/^root:/, ''));
  const found = keyword === undefined ? undefined : testOf(keyword, kind, param(part.args[2], state));
  if (keyword === undefined || !found) {
    lose(
      state,
      'lost',
      `the condition @if(${part.args.join(',')}) has no equal; the stricter of its two branches is used`,
    );
    const both = [...branch(then, state, always, depth + 1), ...branch(otherwise, state, always, depth + 1)];
    return [strictest(both)];
  }
  if ((kind === 'equals' || kind === 'matches') && isMultiple(keyword))
    lose(state, 'changed', `tests the values of ${keyword} together; here one of them is enough`);
  const [yes, no] = found.negated ? [otherwise, then] : [then, otherwise];
  if (isHeldBack(yes, state)) {
    holdBack(found.when, state);
    return branch(no, state, always, depth + 1);
  }
  if (isHeldBack(no, state)) {
    lose(state, 'lost', 'holds files back where a condition does not hold; a profile cannot say that');
    return branch(yes, state, always, depth + 1);
  }
  const elseRules = branch(no, state, always, depth + 1);
  const thenRules = branch(yes, state, always, depth + 1);
  // Inside sequences a condition looks at the top, where the element may be missing: what is done to a value must not
  // depend on it if the other branch leaves values as they are.
  if (own && kind === 'isblank' && elseRules.some(leavesValue) && !thenRules.some(leavesValue)) {
    lose(state, 'changed', 'is treated otherwise by the script where it is blank; here always as if it had a value');
    return thenRules;
  }
  return [...elseRules, ...thenRules.map(r => ({ ...r, when: { ...found.when, ...r.when } }))];
}

/** True if a branch sends the whole file away; `@skip()` passes it on as it is, which must not happen. */
function isHeldBack(script: string, state: CtpState): boolean {
  const names = parseReplacement(script).flatMap(p => (p.kind === 'call' ? [p.name] : []));
  if (names.includes('skip'))
    lose(state, 'changed', 'passes files on as they are; here such files are held back (files.quarantine)');
  return names.includes('quarantine') || names.includes('skip');
}

const LEAVING: ReadonlySet<unknown> = new Set(['keep', 'pattern', 'clean', 'age']);

function leavesValue(rule: CtpRule): boolean {
  return LEAVING.has(rule.fields.action);
}

const STRICTNESS = 'remove empty dummy uid pseudonym replace add shift pattern age clean keep'.split(' ');

function strictest(rules: readonly CtpRule[]): CtpRule {
  const rank = (r: CtpRule) => STRICTNESS.indexOf(String(r.fields.action));
  const best = [...rules].sort((a, b) => rank(a) - rank(b))[0];
  return { fields: best?.fields ?? { action: 'remove' } };
}
