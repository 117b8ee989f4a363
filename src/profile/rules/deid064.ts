import type { LintRule } from '../lintRule';
import { actionName, changeAction, rulesOn } from '../lintView';

const SOP_INSTANCE_UID = 0x00080018;

/** Two different objects would carry the same SOP Instance UID. */
export const deid064: LintRule = {
  code: 'DEID064',
  title: 'SOP Instance UID unchanged though the content changes',
  severity: 'warning',
  *check(view) {
    for (const rule of rulesOn(view, [SOP_INSTANCE_UID]))
      if (actionName(rule.action) === 'keep')
        yield {
          range: rule.actionRange,
          message:
            'The changed object would carry the UID of the original: two different objects with one UID (PS3.4). Give it a new one.',
          fixes: [changeAction(rule, 'uid', true)],
        };
    const retained = view.optionRange('RetainUIDs');
    if (retained && view.profile.options.has('CleanPixelData'))
      yield {
        range: retained,
        message: 'Objects whose pixels were cleaned would carry the UIDs of the originals. Leave RetainUIDs out.',
      };
  },
};
