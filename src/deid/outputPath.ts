/** What a file name may be made of: pseudonyms and the modality. */
export interface PathFacts {
  readonly patient: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly modality: string;
}

/** Names Windows does not allow whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * Fills the path template of a profile. Every segment is made safe for all file systems: letters, digits, `.`, `_`, `-`;
 * never `..`, never empty. Unknown references become `unknown`.
 */
export function outputPath(template: string, facts: PathFacts): string {
  return template
    .split('/')
    .filter(segment => segment.trim() !== '')
    .map(segment =>
      safeSegment(
        segment.replace(/\{(\w+)\}/g, (_, name: string) =>
          Object.hasOwn(facts, name) ? facts[name as keyof PathFacts] || 'unknown' : 'unknown',
        ),
      ),
    )
    .join('/');
}

function safeSegment(segment: string): string {
  const safe = segment.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+|\.+$/g, '_');
  return RESERVED.test(safe) ? `_${safe}` : safe.slice(0, 128) || 'unknown';
}
