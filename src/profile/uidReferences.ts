import { confidentialityRows } from '../standard/confidentiality';
import { allAttributes } from '../standard/dictionary';
import { uidAttributeClass } from '../standard/uidAttributes';
import { lazy } from '../standard/unpack';
import { actionName, type LintView } from './lintView';

/** UIDs of devices and makers: nothing else in a study refers to them. */
const DEVICES: ReadonlySet<number> = new Set([0x00080014, 0x00181002, 0x0018100b]);

const references = lazy(() => {
  const listed = confidentialityRows().filter(r => r.basic === 'U' && r.mask === 0xffffffff);
  const unlisted = allAttributes().filter(a => uidAttributeClass(a.tag) === 'instance');
  return new Set([...listed, ...unlisted].map(r => r.tag).filter(tag => !DEVICES.has(tag) && tag >>> 16 > 0x0004));
});

/** True for a UID by which objects find each other: instances, series, studies, frames of reference, fiducials ... */
export function isReferenceUid(tag: number): boolean {
  return references().has(tag >>> 0);
}

/** All of them. */
export function referenceUids(): ReadonlySet<number> {
  return references();
}

const SOP_INSTANCE_UID = 0x00080018;

/** True if the profile gives instances new UIDs. */
export function remapsInstances(view: LintView): boolean {
  return actionName(view.effective(SOP_INSTANCE_UID).action) !== 'keep';
}
