import type { Check } from '../../../src/benchmark/key/check';
import { TagTable } from '../../../src/benchmark/flatten/tagTable';
import { pixelDescription } from '../../../src/pixels/pixelDescription';
import { changesTo } from '../../../src/benchmark/synthesis/changes';
import { moveDate } from '../../../src/benchmark/synthesis/calendar';
import { hash32 } from '../../../src/benchmark/synthesis/random';
import { parseBurnedIn } from '../../../src/benchmark/checks/pixelsHidden';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import { vrText } from '../../../src/dicom/elementTable';
import { removeRow } from '../../../src/dicom/makeEdit';
import type { Edit } from '../../../src/dicom/edits';

/** What is done wrong on purpose. Exactly one thing each; the first check of its kind in the instance is the victim. */
export type Sabotage =
  | 'leaveIdentifier'
  | 'dropType2'
  | 'emptyType1'
  | 'dropWord'
  | 'keepDate'
  | 'keepUid'
  | 'breakUidLink'
  | 'otherPatientId'
  | 'changePixel'
  | 'leaveBurnedText';

export const SABOTAGED_ACTION: Readonly<Record<Sabotage, string>> = {
  leaveIdentifier: '<text_removed>',
  dropType2: '<tag_retained>',
  emptyType1: '<text_notnull>',
  dropWord: '<text_retained>',
  keepDate: '<date_shifted>',
  keepUid: '<uid_changed>',
  breakUidLink: '<uid_consistent>',
  otherPatientId: '<patid_consistent>',
  changePixel: '<pixels_retained>',
  leaveBurnedText: '<pixels_hidden>',
};

const unwrap = (text: string | null): string => (text ?? '').replace(/^<|>$/g, '');

export const newUid = (old: string): string => `2.25.${1000000000 + hash32(old)}${1000000000 + hash32(old, 9)}`;
export const newPatientId = (old: string): string => `CASE-${String(hash32(old, 3)).padStart(10, '0')}`;

/**
 * The edits of a tool that knows the key and does exactly what it asks: identifiers out, everything else as it was. With a
 * sabotage, one single thing is done wrong.
 * @returns the edits, and the check that must fail.
 */
export function idealEdits(
  file: DicomFile,
  checks: readonly Check[],
  sabotage?: Sabotage,
): { readonly edits: Edit[]; readonly victim: Check | undefined } {
  const table = new TagTable(file);
  const changes = changesTo(file);
  const ascii = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0) & 0xff);
  const victim = chooseVictim(checks, table, file, sabotage);
  const removals: Edit[] = [];
  const byPath = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.tagDs === null) continue;
    const list = byPath.get(check.tagDs) ?? [];
    list.push(check);
    byPath.set(check.tagDs, list);
  }
  for (const [path, list] of byPath) {
    const row = table.row(path);
    if (row === undefined) continue;
    const has = (action: string): Check | undefined => list.find(check => check.action === action);
    const spoiled = victim?.tagDs === path ? sabotage : undefined;
    const text = unwrap(table.value(path) ?? null);
    const put = (value: string): void => changes.replace(row, ascii(value));
    if (has('<uid_changed>'))
      put(spoiled === 'keepUid' ? `${text}.1` : spoiled === 'breakUidLink' ? newUid(`${text}x`) : newUid(text));
    else if (has('<patid_consistent>')) put(spoiled === 'otherPatientId' ? 'CASE-OTHER' : newPatientId(text));
    else if (has('<date_shifted>')) {
      const moved = text.split(/\\/).map(v => (moveDate(v.slice(0, 8), -77) ?? '') + v.slice(8));
      put(spoiled === 'keepDate' ? text : moved.join('\\'));
    } else if (has('<text_removed>')) {
      const kept = has('<text_retained>');
      if (spoiled !== 'leaveIdentifier') {
        put(kept === undefined ? (has('<text_notnull>') ? 'REMOVED' : '') : unwrap(kept.actionText));
      }
    }
    if (spoiled === 'dropType2') removals.push(removeRow(file, row));
    if (spoiled === 'emptyType1') put('');
    if (spoiled === 'dropWord') put(/ZZZ/.test(text) ? 'Q' : 'ZZZ');
  }
  const pixelRow = changes.rowOf(0x7fe00010);
  const hidden = checks.filter(check => check.action === '<pixels_hidden>' && check !== victim);
  if (pixelRow >= 0 && (hidden.length > 0 || victim?.action === '<pixels_retained>')) {
    const value = changes.bytesOf(pixelRow).slice();
    const layout = hidden.length > 0 ? pixelDescription(file) : undefined;
    if (sabotage === 'changePixel') value[Math.floor(value.length / 2)]! ^= 1;
    if (layout !== undefined) {
      const bytes = (layout.bitsAllocated / 8) * layout.samplesPerPixel;
      for (const check of hidden) {
        const box = parseBurnedIn(check.actionText)?.box;
        if (box === undefined) continue;
        for (let y = box.top; y < box.bottom; y++) {
          const at = (y * layout.columns + box.left) * bytes;
          value.fill(0, at, at + (box.right - box.left) * bytes);
        }
      }
    }
    changes.replace(pixelRow, value);
  }
  const removedAt = new Set(removals.map(edit => edit.start));
  const edits = [...changes.edits().filter(edit => edit.start === edit.end || !removedAt.has(edit.start)), ...removals];
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), victim };
}

/** The check to spoil: one whose failure cannot spoil another check of the same attribute. */
function chooseVictim(
  checks: readonly Check[],
  table: TagTable,
  file: DicomFile,
  sabotage: Sabotage | undefined,
): Check | undefined {
  if (sabotage === undefined) return undefined;
  const action = SABOTAGED_ACTION[sabotage];
  return checks.find(check => {
    if (check.action !== action) return false;
    if (sabotage === 'changePixel' || sabotage === 'leaveBurnedText') return true;
    const row = check.tagDs === null ? undefined : table.row(check.tagDs);
    if (row === undefined) return false;
    const others = checks.filter(other => other !== check && other.tagDs === check.tagDs).map(other => other.action);
    const vr = vrText(file.dataSet.vr[row]);
    switch (sabotage) {
      case 'leaveIdentifier':
        return others.every(other => other === '<tag_retained>') && vr === 'PN';
      case 'dropType2':
        return others.length === 0;
      case 'emptyType1':
        return others.length === 0 && vr === 'CS';
      case 'dropWord':
        return others.length === 0 && vr === 'LO';
      case 'keepUid':
        // A UID that nothing else in the instance repeats, so that the mapping can be wrong for it alone.
        return checks.filter(other => other.action === action && other.value === check.value).length === 1;
      default:
        return true;
    }
  });
}
