import { deidMethodCodes } from '../../standard/deidMethodCodes';
import { claimedCodes } from '../claims';
import type { LintRule } from '../lintRule';
import { actionName, type LintView } from '../lintView';
import { remapsInstances } from '../uidReferences';

const STUDY_DATE = 0x00080020;

/** A code of CID 7050 would be claimed that the profile does not carry out. */
export const deid061: LintRule = {
  code: 'DEID061',
  title: 'Claims an option that is not carried out',
  severity: 'error',
  *check(view) {
    const { options, pixels } = view.profile;
    for (const claim of claimedCodes(view)) {
      const code = deidMethodCodes().find(c => c.code === claim.code);
      if (!code)
        yield { range: claim.range, message: `${claim.code} is not a code of CID 7050 (PS3.16); leave it out.` };
      else if (code.option && !options.has(code.option) && code.code !== '113105')
        yield {
          range: claim.range,
          message: `${code.code} claims the ${code.meaning} (PS3.15 ${code.section}), which this profile does not carry out; choose the option or leave the code out.`,
        };
      else if (!code.option && view.profile.base === 'none')
        yield {
          range: claim.range,
          message: `${code.code} claims the Basic Profile, which does not apply here; leave the code out.`,
        };
    }
    const at = (option: Parameters<LintView['optionRange']>[0]) => view.optionRange(option);
    const uids = at('RetainUIDs');
    if (uids && remapsInstances(view))
      yield {
        range: uids,
        message: '113110 claims retained UIDs, but a rule gives SOPInstanceUID a new value; leave out one of the two.',
      };
    const pixel = at('CleanPixelData');
    if (pixel && pixels.detect === 'off' && pixels.regions.length === 0)
      yield {
        range: pixel,
        message: '113101 claims Clean Pixel Data, but detection is off and there are no regions. Turn detection on.',
        fixes: view.fix('Turn detection on', { kind: 'setSetting', path: ['pixels', 'detect'], value: 'auto' }),
      };
    const faces = at('CleanRecognizableVisualFeatures');
    if (faces)
      yield {
        range: faces,
        message:
          'The program does not remove faces from pixel data, so 113102 is never claimed; leave this option out.',
        fixes: view.fix('Remove the option', { kind: 'removeOption', option: 'CleanRecognizableVisualFeatures' }),
      };
    const modified = at('RetainLongitudinalModifiedDates');
    const dates = actionName(view.effective(STUDY_DATE).action);
    if (modified && dates !== 'clean' && dates !== 'shift')
      yield {
        range: modified,
        message: `113107 claims modified dates, but StudyDate gets “${dates}”; leave that rule out, or the option.`,
      };
  },
};
