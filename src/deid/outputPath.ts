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
  if (last.template !== template) last = { template, segments: segmentsOf(template) };
  let path = '';
  for (const pieces of last.segments) {
    let segment = pieces[0]!;
    for (let i = 1; i < pieces.length; i += 2) segment += valueOf(facts, pieces[i]!) + pieces[i + 1]!;
    path += path === '' ? safeSegment(segment) : `/${safeSegment(segment)}`;
  }
  return path;
}

/** A run has one template. */
let last: { readonly template: string; readonly segments: readonly (readonly string[])[] } = {
  template: '',
  segments: [],
};

/** Each segment in pieces: text and, in the odd places, names of facts. */
function segmentsOf(template: string): string[][] {
  return template
    .split('/')
    .filter(segment => segment.trim() !== '')
    .map(segment => segment.split(/\{(\w+)\}/));
}

function valueOf(facts: PathFacts, name: string): string {
  return Object.hasOwn(facts, name) ? facts[name as keyof PathFacts] || 'unknown' : 'unknown';
}

/** What needs no change: the usual case, told by one pattern. */
const SAFE = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,126}[A-Za-z0-9_-]$/;

function safeSegment(segment: string): string {
  if (SAFE.test(segment) && !RESERVED.test(segment)) return segment;
  const safe = segment.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+|\.+$/g, '_');
  return RESERVED.test(safe) ? `_${safe}` : safe.slice(0, 128) || 'unknown';
}
