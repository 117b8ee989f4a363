import { transferSyntaxName, uidByKeyword } from '../../standard/uids';
import type { LintRule } from '../lintRule';

const TRANSFER_SYNTAX = 0x00020010;

/** Transfer syntaxes whose frames the program cannot decode: video, JPIP, JPEG XL, multi-component and retired JPEG. */
const UNDECODABLE = /^1\.2\.840\.10008\.1\.2\.(4\.(10\d|5[2-6589]|6\d|9[2-5]|11[0-2]|20[45])|6\.\d|7\.\d)$/;

/** Pixel cleaning is asked for where frames cannot be decoded. */
export const deid059: LintRule = {
  code: 'DEID059',
  title: 'Pixel cleaning of frames that cannot be decoded',
  severity: 'error',
  sample: 'helps',
  *check(view) {
    for (const recipe of view.document.recipes)
      for (const condition of recipe.when)
        if (condition.tag === TRANSFER_SYNTAX)
          for (const test of condition.anyOf) {
            const uid = test.kind === 'literal' ? (uidByKeyword(test.value)?.uid ?? test.value) : '';
            if (UNDECODABLE.test(uid))
              yield {
                range: condition.value,
                message: `Frames in ${transferSyntaxName(uid) ?? uid} cannot be decoded, so these regions are never blanked; such files are ${fate(view.profile.pixels.whenUndecodable)}.`,
              };
          }
    const cleans = view.profile.pixels.regions.length > 0 || view.profile.options.has('CleanPixelData');
    if (!view.sample || !cleans) return;
    const hit = [...view.sample.transferSyntaxes].filter(([uid]) => UNDECODABLE.test(uid));
    const files = hit.reduce((sum, [, n]) => sum + n, 0);
    if (files > 0)
      yield {
        range: view.document.sections.pixels?.key ?? view.optionRange('CleanPixelData') ?? view.head,
        severity: view.profile.pixels.whenUndecodable === 'quarantine' ? 'warning' : 'error',
        message: `${files} files of the sample cannot be decoded (${hit.map(([uid]) => transferSyntaxName(uid) ?? uid).join(', ')}) and are ${fate(view.profile.pixels.whenUndecodable)}.`,
      };
  },
};

function fate(setting: 'quarantine' | 'keep'): string {
  return setting === 'quarantine' ? 'quarantined' : 'published with their pixels uncleaned';
}
