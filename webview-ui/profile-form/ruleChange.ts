import type { FormCondition, FormRule, FormValue } from '../../src/protocol/profileForm';

/** Parameters an action takes, and what they start with. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  replace: { value: '' },
  add: { value: '' },
  pseudonym: { format: '{hash:8}' },
  pattern: { match: '', with: '' },
};

/** The parameters of an action, main one first. */
export function parametersOf(action: string): readonly string[] {
  return Object.keys(PARAMETERS[action] ?? {});
}

/** Another action for a rule: parameters it does not take go, those it needs come. */
export function actionChange(rule: Pick<FormRule, 'parameters'>, action: string): Record<string, FormValue | null> {
  const wanted = PARAMETERS[action] ?? {};
  const gone = Object.keys(rule.parameters).filter(key => !(key in wanted));
  const come = Object.entries(wanted).filter(([key]) => !(key in rule.parameters));
  return { action, ...Object.fromEntries(gone.map(key => [key, null])), ...Object.fromEntries(come) };
}

/** The fields of a new rule. */
export function newRule(by: string, selector: string, action: string): Record<string, FormValue> {
  return { [by]: selector.trim(), action, ...PARAMETERS[action] };
}

/** What kind of selector a text is: two capitals are a VR, four hexadecimal digits a group, all else names attributes. */
export function selectorKind(text: string): 'tag' | 'vr' | 'group' {
  const trimmed = text.trim();
  if (/^[A-Z]{2}$/.test(trimmed)) return 'vr';
  return /^[0-9A-Fa-f]{4}$/.test(trimmed) ? 'group' : 'tag';
}

const SEPARATOR = ' | ';

/** Values of a condition in one line. */
export function valuesText(values: readonly string[]): string {
  return values.join(SEPARATOR);
}

/** The line back as the value of a condition: one value or a list; plain integers as numbers. */
export function parseValues(text: string): FormValue {
  const values = text
    .split(/\s+\|\s+/)
    .map(value => value.trim())
    .filter(value => value !== '')
    .map(value => (/^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value));
  return values.length === 1 ? (values[0] ?? '') : values;
}

/** Conditions in a few words, for the table. */
export function conditionsText(when: readonly FormCondition[]): string {
  return when.map(({ attribute, values }) => `${attribute} is ${values.join(' or ')}`).join(' and ');
}

/** Whether a rule passes the filter: every word occurs somewhere in what the table shows. */
export function matches(rule: FormRule, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [
    rule.selector,
    rule.name,
    rule.action,
    ...Object.values(rule.parameters),
    rule.reason,
    rule.effective,
    conditionsText(rule.when),
    ...rule.diagnostics.map(d => `${d.code} ${d.message}`),
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}
