import { attributeByTag } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf, type LintView } from '../lintView';
import { selectorTag } from '../selectors';

const BIRTH_DATE = 0x00100030;
const STUDY_DATE = 0x00080020;

/** Some dates move and others stay: intervals become wrong, and the true dates can be worked out. */
export const deid040: LintRule = {
  code: 'DEID040',
  title: 'Some dates shifted, others kept',
  severity: 'error',
  *check(view) {
    const main = timeline(view);
    if (main === undefined) return;
    for (const rule of view.rules) {
      const tag = selectorTag(rule.selector);
      const vr =
        tag === undefined ? (rule.selector.kind === 'vr' ? rule.selector.vr : undefined) : attributeByTag(tag)?.vr;
      if ((vr !== 'DA' && vr !== 'DT') || tag === BIRTH_DATE) continue;
      const action = actionName(rule.action);
      const kept = action === 'keep';
      const moved = action === 'shift' || action === 'clean';
      if (main === 'moved' ? kept : moved)
        yield {
          range: rule.actionRange,
          message:
            main === 'moved'
              ? `${tag === undefined ? 'These dates' : nameOf(tag)} would stay while StudyDate moves: intervals break, and the offset of the patient can be worked out.`
              : `${tag === undefined ? 'These dates' : nameOf(tag)} would move while StudyDate stays: intervals break.`,
          fixes: [changeAction(rule, main === 'moved' ? 'shift' : 'keep', true)],
        };
    }
  },
};

/** What happens to the dates of the study: they move, they stay, or they go. */
function timeline(view: LintView): 'moved' | 'kept' | undefined {
  switch (actionName(view.effective(STUDY_DATE).action)) {
    case 'clean':
    case 'shift':
      return 'moved';
    case 'keep':
      return 'kept';
    default:
      return undefined;
  }
}
