import { uidEntry } from '../../standard/uids';
import type { LintRule } from '../lintRule';
import { rulesOn, writtenValue, type LintView } from '../lintView';
import { searchesPixels } from '../pixelSearch';

const BURNED_IN = 0x00280301;

/** SOP classes whose pixels often show text: ultrasound, secondary capture, visible light, screens. */
const RISKY = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.(3\.1|6\.[123]|7(\.[1234])?|77\.1\.[1-8](\.\d)?|12\.[12](\.1)?)$/;

/** Nothing looks for burned-in text, though the profile or the data call for it. */
export const deid060: LintRule = {
  code: 'DEID060',
  title: 'Burned-in text not looked for',
  severity: 'error',
  sample: 'helps',
  *check(view) {
    if (cleansPixels(view)) return;
    const fixes = view.fix('Choose CleanPixelData', { kind: 'addOption', option: 'CleanPixelData' }, true);
    for (const rule of rulesOn(view, [BURNED_IN])) {
      const value = writtenValue(rule);
      if (value?.text.toUpperCase() === 'NO')
        yield {
          range: value.range,
          message:
            'This says that no text is burned in, but nothing has looked (PS3.3 C.7.6.1.1.5); choose CleanPixelData.',
          fixes,
        };
    }
    const risky = [...(view.sample?.sopClasses ?? [])].filter(([uid]) => RISKY.test(uid));
    const files = risky.reduce((sum, [, n]) => sum + n, 0);
    if (files > 0)
      yield {
        range: view.head,
        message: `${files} files of the sample are of classes whose pixels often show names (${risky
          .slice(0, 2)
          .map(([uid]) => uidEntry(uid)?.name ?? uid)
          .join(', ')}), and nothing looks for burned-in text, while (0012,0062) says YES.`,
        fixes,
      };
  },
};

function cleansPixels(view: LintView): boolean {
  const { pixels } = view.profile;
  return searchesPixels(view.profile) || pixels.detect === 'always' || pixels.regions.length > 0;
}
