import type { Check } from '../key/check';
import type { TagTable } from '../flatten/tagTable';
import type { Findings } from './findings';

/** Texts shorter than this are found everywhere by chance. */
const SHORTEST = 5;

/** Texts of the key that must not be anywhere in a file of a patient. */
export function secretsOf(checks: readonly Check[], patient: string): ReadonlySet<string> {
  const secrets = new Set<string>();
  const add = (text: string | null): void => {
    const plain = (text ?? '').replace(/[<>]/g, '').trim().toLowerCase();
    if (plain.length >= SHORTEST && /[a-z].*[a-z]|\d.*\d.*\d.*\d.*\d/.test(plain)) secrets.add(plain);
  };
  for (const check of checks) if (check.action === '<text_removed>') add(check.actionText);
  add(patient);
  return secrets;
}

/** Finds texts to be removed in attributes that no check of the key is about. */
export function checkResiduals(
  file: string,
  table: TagTable,
  checks: readonly Check[],
  secrets: ReadonlySet<string>,
  findings: Findings,
): void {
  const keyed = new Set(checks.map(check => check.tagDs));
  for (const path of table.paths()) {
    if (keyed.has(path) || !table.isText(path)) continue;
    const value = (table.value(path) ?? '').toLowerCase();
    if (value.length < SHORTEST) continue;
    for (const secret of secrets)
      if (value.includes(secret)) {
        findings.add('identifier-residual', file, path, 'A text the key wants removed elsewhere stands here.');
        break;
      }
  }
}
