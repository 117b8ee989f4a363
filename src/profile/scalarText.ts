import { parse } from 'yaml';

/** A scalar value as YAML text: plain where that is unambiguous, else in the quotes that need no escapes. */
export function renderScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (/^[\w./()-]+(?: [\w./()-]+)*$/.test(value) && !/^[-.(]/.test(value) && isPlainString(value)) return value;
  if (!value.includes("'") && (value.includes('"') || value.includes('\\')) && !/[\r\n\t\u0000-\u001f]/.test(value))
    return `'${value}'`;
  return JSON.stringify(value);
}

/** True if YAML would read the bare text as this very string, not as a number, a boolean or null. */
function isPlainString(text: string): boolean {
  try {
    return parse(text) === text;
  } catch {
    return false;
  }
}

/** A rule as a flow mapping on one line, for example `{ tag: StudyID, action: keep }`. */
export function renderFlowMap(entries: readonly (readonly [key: string, value: SettingValue])[]): string {
  return `{ ${entries.map(([key, value]) => `${renderScalar(key)}: ${renderValue(value)}`).join(', ')} }`;
}

/** Values the form and the fixes write. */
export type SettingValue =
  string | number | boolean | readonly SettingValue[] | { readonly [key: string]: SettingValue };

/** Any value on one line. */
export function renderValue(value: SettingValue): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return renderScalar(value);
  if (isList(value)) return `[${value.map(renderValue).join(', ')}]`;
  return renderFlowMap(Object.entries(value));
}

function isList(value: SettingValue): value is readonly SettingValue[] {
  return Array.isArray(value);
}
