import type { LintRule } from '../lintRule';

/** Characters that a root may have so that a 128-bit number as decimal still fits behind it. */
const LONGEST_ROOT = 64 - 1 - 39;

/** A root for new UIDs that gives invalid ones (PS3.5 9). */
export const deid023: LintRule = {
  code: 'DEID023',
  title: 'UID root invalid',
  severity: 'error',
  *check({ document }) {
    const root = document.settings.uidRoot;
    const why = root && rootError(root.value);
    if (root && why)
      yield {
        range: root.range,
        message: `New UIDs from the root “${root.value}” are not valid: ${why}.`,
        fixes: [{ title: 'Use 2.25', edits: [{ range: root.range, newText: '"2.25"' }] }],
      };
  },
};

function rootError(root: string): string | undefined {
  if (!/^[0-9.]+$/.test(root)) return 'a root has digits and dots only';
  const parts = root.split('.');
  if (parts.some(p => p === '')) return 'every component needs a number';
  if (parts.some(p => p.length > 1 && p.startsWith('0'))) return 'a component has no leading zero (PS3.5 9.1)';
  if (!/^[012]$/.test(parts[0] ?? '')) return 'the first component is 0, 1 or 2 (PS3.5 9, ISO/IEC 9834-1)';
  if (parts.length < 2) return 'a registered root has at least two components';
  if (parts[0] !== '2' && Number(parts[1]) > 39) return 'the second component is at most 39 under 0 and 1';
  if (root.length > LONGEST_ROOT) return `longer than ${LONGEST_ROOT} characters, so that new UIDs exceed 64`;
  return root === '1.2.840.10008' || root.startsWith('1.2.840.10008.')
    ? 'this root belongs to the standard'
    : undefined;
}
