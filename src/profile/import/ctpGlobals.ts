import type { CtpEntry } from './ctpScript';
import type { Draft } from './importResult';

/** Digits at the end of the numbers of private and of standard groups. */
const ODD = [...'13579bdf'];
const EVEN = [...'02468ace'];

/** The switches for groups of elements: `<r t="overlays">`, `<k t="0018">`, `<k t="safeprivateelements">`. */
export function addGlobals(entries: readonly CtpEntry[], draft: Draft): void {
  const on = (kind: 'k' | 'r', name: RegExp) => entries.find(e => e.kind === kind && e.enabled && name.test(e.tag));
  const add = (tag: string, action: string, entry: CtpEntry, reason?: string) =>
    draft.rules.push({ fields: { tag, action, ...(reason ? { reason } : {}) }, range: entry.range });
  const note = (kind: 'lost' | 'changed' | 'note', subject: string, message: string, entry: CtpEntry) =>
    draft.notes.push({ kind, subject, message, range: entry.range });
  const curves = on('r', /^curves$/i);
  const overlays = on('r', /^overlays$/i);
  const privates = on('r', /^privategroups$/i);
  const rest = on('r', /^unspecifiedelements$/i);
  const safe = on('k', /^safeprivate/i);
  if (curves) add('(50xx,xxxx)', 'remove', curves);
  if (overlays) add('(60xx,xxxx)', 'remove', overlays);
  if (safe) {
    draft.options.push('RetainSafePrivate');
    draft.settings.push(['private', { default: privates || rest ? 'remove' : 'keep' }]);
    note(
      'changed',
      'safe private elements',
      'are those of PS3.15 Table E.3.10-1 and of private.knowledgeBase, not those of the list of CTP, and are cleaned by their VR.',
      safe,
    );
  } else if (privates) for (const digit of ODD) add(`(xxx${digit},xxxx)`, 'remove', privates);
  if (rest) {
    if (safe) for (const digit of EVEN) add(`(xxx${digit},xxxx)`, 'remove', rest);
    else add('(xxxx,xxxx)', 'remove', rest);
    for (const tag of ['(0028,xxxx)', '(7fe0,xxxx)']) add(tag, 'keep', rest, 'CTP keeps what the image needs');
    for (const [set, tag] of [
      [overlays, '(60xx,xxxx)'],
      [curves, '(50xx,xxxx)'],
    ] as const)
      if (!set) add(tag, 'keep', rest, 'CTP keeps these planes unless they are switched off');
    const named = new Set(draft.rules.map(r => r.fields.tag));
    for (const keyword of ['SOPClassUID', 'SOPInstanceUID', 'StudyInstanceUID'])
      if (!named.has(keyword)) add(keyword, 'keep', rest, 'CTP keeps what every object needs');
    const keepsSeries = entries.some(e => e.kind === 'k' && e.enabled && /^0*20$/.test(e.tag));
    if (!named.has('SeriesInstanceUID') && !keepsSeries) {
      add('SeriesInstanceUID', 'uid', rest);
      note(
        'changed',
        '(0020,000E) SeriesInstanceUID',
        'is removed by the script, which no image may lack; here it gets a new UID.',
        rest,
      );
    }
    note(
      'note',
      'unchecked elements',
      'are removed, inside sequences as well; what CTP needs of an image stays.',
      rest,
    );
  }
  for (const entry of entries) {
    if (entry.kind !== 'k' || !entry.enabled || entry === safe) continue;
    const digits = entry.tag.replace(/^group/i, '');
    const group = /^[0-9A-Fa-f]{1,4}$/.test(digits) ? digits.padStart(4, '0').toLowerCase() : undefined;
    const odd = group !== undefined && (parseInt(group, 16) & 1) === 1;
    if (group === undefined)
      note('lost', entry.tag, 'is a switch that has no equal; see options: [RetainSafePrivate].', entry);
    else if (odd && safe)
      note('lost', `group ${group}`, 'is kept by the script; here only its safe elements are.', entry);
    else if (rest ?? (odd ? privates : undefined)) add(`(${group},xxxx)`, 'keep', entry);
  }
}
