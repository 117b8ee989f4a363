import type { LintRule } from '../lintRule';
import { actionName, rulesOn, type LintView } from '../lintView';

const SOP_INSTANCE_UID = 0x00080018;
const MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;

/** SOP Instance UID and its copy in the file meta group would part. */
export const deid034: LintRule = {
  code: 'DEID034',
  title: 'SOP Instance UID and Media Storage SOP Instance UID differ',
  severity: 'error',
  *check(view) {
    const data = wish(view);
    for (const rule of rulesOn(view, [MEDIA_STORAGE_SOP_INSTANCE_UID])) {
      const meta = actionName(rule.action);
      if (meta !== data)
        yield {
          range: rule.range,
          message: `SOPInstanceUID gets “${data}” and its copy in the file meta group “${meta}”; they must be equal (PS3.10 7.1). The program writes the copy itself: leave this rule out.`,
          fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
        };
    }
  },
};

function wish(view: LintView): string {
  return actionName(view.effective(SOP_INSTANCE_UID).action);
}
