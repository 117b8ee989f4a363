import { attributeByTag } from '../../standard/dictionary';
import type { RuleFields } from '../edit';
import { simpleVr } from '../lintView';
import type { SettingValue } from '../scalarText';
import type { CtpPart } from './ctpFunctions';
import type { ImportNote } from './importResult';

export type When = Readonly<Record<string, SettingValue>>;

/** A rule without what it applies to. */
export interface CtpRule {
  readonly when?: When;
  readonly fields: RuleFields;
}

export interface CtpContext {
  /** Tag of the element; `undefined` for private elements. */
  readonly tag: number | undefined;
  readonly params: ReadonlyMap<string, string>;
  /** Keyword of the element a script names, by keyword, tag or the names of the script itself. */
  element(name: string): string | undefined;
}

export type CtpCall = CtpPart & { readonly kind: 'call' };

/** What is gathered while the replacement of one element is read. */
export interface CtpState {
  readonly context: CtpContext;
  readonly notes: { readonly kind: ImportNote['kind']; readonly message: string }[];
  readonly quarantine: When[];
  /** Days of `@incrementdate`, if they are a number. */
  days?: number;
  /** Root of `@hashuid`. */
  root?: string;
}

export function lose(state: CtpState, kind: ImportNote['kind'], message: string): void {
  if (!state.notes.some(n => n.kind === kind && n.message === message)) state.notes.push({ kind, message });
}

/** VR of the element by the dictionary; private elements count as LO. */
export function vrOf(state: CtpState): string {
  const { tag } = state.context;
  return simpleVr((tag === undefined ? undefined : attributeByTag(tag)?.vr) ?? 'LO');
}

export function keywordOf(state: CtpState): string | undefined {
  const { tag } = state.context;
  return tag === undefined ? undefined : attributeByTag(tag)?.keyword || undefined;
}

/** True if an argument means the element itself: `this`, its keyword, or nothing. */
export function isThis(name: string | undefined, state: CtpState): boolean {
  if (name === undefined || name === '' || /^this$/i.test(name)) return true;
  const own = keywordOf(state);
  return own !== undefined && state.context.element(name) === own;
}

/** A parameter's value where the argument is `@NAME` or `$NAME`. */
export function param(arg: string | undefined, state: CtpState): string {
  if (arg === undefined) return '';
  return /^[@$]/.test(arg) ? (state.context.params.get(arg.slice(1)) ?? '') : arg;
}

/** Holds back the files of a condition, or those that have a value here. */
export function holdBack(when: When, state: CtpState): void {
  const own = keywordOf(state);
  if (Object.keys(when).length > 0) state.quarantine.push(when);
  else if (own) state.quarantine.push({ [own]: '/./' });
}
