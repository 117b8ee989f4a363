import { packed } from './tables/uidAttributes';
import { lazy, unpackLines } from './unpack';

/**
 * What an attribute of VR UI holds: `listed` in Table E.1-1; `structural`, such as SOP Class UID, never replaced;
 * `instance`, a reference that the table does not list but that must follow the same map; `locator`, a creator or network
 * reference that goes; `command`, never in files.
 */
export type UidAttributeClass = 'listed' | 'structural' | 'instance' | 'locator' | 'command';

const CLASSES: Readonly<Record<string, UidAttributeClass>> = {
  L: 'listed',
  S: 'structural',
  I: 'instance',
  R: 'locator',
  C: 'command',
};

const byTag = lazy(
  () =>
    new Map(
      unpackLines(packed).map(line => {
        const [digits = '', letter = ''] = line.split('\t');
        return [parseInt(digits, 16), CLASSES[letter] ?? 'listed'] as const;
      }),
    ),
);

/** Class of a standard UI attribute; `undefined` for tags that are not UI in PS3.6. */
export function uidAttributeClass(tag: number): UidAttributeClass | undefined {
  return byTag().get(tag >>> 0);
}
