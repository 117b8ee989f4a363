import type { LintRule } from '../lintRule';
import { selectorVr } from '../lintView';
import { BINARY_VRS } from '../vrValues';

/** An action for text on a VR without text, or one for ages or UIDs on another VR. */
export const deid024: LintRule = {
  code: 'DEID024',
  title: 'Action does not fit the VR',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const vr = selectorVr(rule.selector);
      const why = vr && mismatch(rule.action.kind, vr);
      if (vr && why)
        yield {
          range: rule.actionRange,
          message: `“${rule.action.kind}” ${why}, but this is VR ${vr}. Use keep, empty, dummy or remove.`,
        };
    }
  },
};

function mismatch(action: string, vr: string): string | undefined {
  const bytes = BINARY_VRS.has(vr) && !/^(FL|FD|SL|SS|UL|US|SV|UV|AT)$/.test(vr);
  switch (action) {
    case 'pattern':
    case 'pseudonym':
      return BINARY_VRS.has(vr) || vr === 'SQ' ? 'works on text' : undefined;
    case 'replace':
    case 'add':
      return bytes || vr === 'SQ' ? 'writes text' : undefined;
    case 'age':
      return vr === 'AS' ? undefined : 'works on ages (VR AS)';
    case 'uid':
      return vr === 'UI' || vr === 'SQ' ? undefined : 'works on UIDs (VR UI)';
    default:
      return undefined;
  }
}
