import { createEffectiveActions } from '../effective';
import type { LintRule } from '../lintRule';
import { actionName, type LintView } from '../lintView';
import { selectorLeaf } from '../selectors';
import { safePrivateAttribute } from '../../standard/safePrivate';

/** Private attributes that quantitation and conversion of MR and PET depend on, by creator. */
const NEEDED: readonly (readonly [creator: RegExp, group: number, use: string])[] = [
  [/^SIEMENS CSA HEADER$/i, 0x0029, 'diffusion directions, slice timing and mosaics of Siemens MR'],
  [/^SIEMENS MR HEADER$/i, 0x0019, 'diffusion values of Siemens MR'],
  [/^Philips MR Imaging DD 001$/i, 0x2005, 'scale factors of Philips MR'],
  [/^Philips PET Private Group$/i, 0x7053, 'SUV scale factors of Philips PET'],
  [/^GEMS_PARM_01$/i, 0x0043, 'diffusion values of GE MR'],
];

/** Private attributes go that MR and PET data need to be of use. */
export const deid055: LintRule = {
  code: 'DEID055',
  title: 'Private attributes removed that MR or PET data need',
  severity: 'info',
  sample: 'helps',
  *check(view) {
    for (const rule of view.rules) {
      const leaf = selectorLeaf(rule.selector);
      if (leaf?.kind !== 'private' || actionName(rule.action) !== 'remove') continue;
      const use = useOf(leaf.creator, leaf.group);
      if (use)
        yield {
          range: rule.actionRange,
          message: `Without this attribute ${use} are lost; keep it if the data will be analysed.`,
        };
    }
    for (const use of lostInSample(view))
      yield {
        range: view.head,
        message: `The sample has private attributes for ${use}; this profile removes them. Keep what will be needed.`,
      };
  },
};

function useOf(creator: string, group: number): string | undefined {
  return NEEDED.find(([pattern, g]) => g === group && pattern.test(creator))?.[2];
}

function lostInSample(view: LintView): ReadonlySet<string> {
  const lost = new Set<string>();
  if (!view.sample) return lost;
  const actions = createEffectiveActions(view.profile);
  for (const [key, vr] of view.sample.privateAttributes) {
    const match = /^\(([0-9A-F]{4}),"(.*)",([0-9A-F]{2})\)$/i.exec(key);
    if (!match) continue;
    const [, digits = '', creator = '', element = ''] = match;
    const group = parseInt(digits, 16);
    const use = useOf(creator, group);
    if (!use) continue;
    const tag = ((group << 16) | 0x1000 | parseInt(element, 16)) >>> 0;
    const { action, source } = actions.for({ sopClass: '', path: [], tag, vr, creator, instance: () => [] });
    const safe =
      source.kind === 'default' &&
      source.name === 'safePrivate' &&
      (view.profile.private.default === 'keep' ||
        safePrivateAttribute(creator, group, parseInt(element, 16)) !== undefined);
    if (!safe && actionName(action) !== 'keep') lost.add(use);
  }
  return lost;
}
