import type { LintRule } from '../lintRule';
import { actionName } from '../lintView';

const ICON_IMAGE_SEQUENCE = 0x00880200;

/** The small picture still shows what was blanked in the large one. */
export const deid066: LintRule = {
  code: 'DEID066',
  title: 'Icon image kept while pixels are cleaned',
  severity: 'warning',
  *check(view) {
    const cleans = view.profile.options.has('CleanPixelData') || view.profile.pixels.regions.length > 0;
    if (!cleans) return;
    const effective = view.effective(ICON_IMAGE_SEQUENCE);
    const action = actionName(effective.action);
    if (action === 'keep' || action === 'clean')
      yield {
        range: view.blame(effective),
        message: 'The icon (0088,0200) is a small copy of the picture before cleaning; remove it.',
        fixes: view.fix('Remove the icon', { kind: 'addRule', rule: { tag: 'IconImageSequence', action: 'remove' } }),
      };
  },
};
