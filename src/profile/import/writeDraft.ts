import type { SourceRange } from '../model';
import { renderFlowMap, renderScalar, renderValue, type SettingValue } from '../scalarText';
import type { Draft, ImportFormat, ImportResult } from './importResult';

/** The text of a draft as a profile, with the places that come from the source. */
export function writeDraft(draft: Draft, format: ImportFormat): ImportResult {
  const origins: { made: SourceRange; range: SourceRange }[] = [];
  let text = '';
  const line = (content: string, range?: SourceRange) => {
    if (range) origins.push({ made: { start: text.length, end: text.length + content.length }, range });
    text += `${content}\n`;
  };
  line(`# Made from ${draft.source}.`);
  line('deid: 1');
  line(`name: ${renderScalar(draft.name || 'Imported profile')}`, draft.settingRanges.name);
  if (draft.extends) line(`extends: ${renderScalar(draft.extends)}`);
  for (const [key, value] of draft.settings.filter(([k]) => k === 'standard')) line(`${key}: ${renderValue(value)}`);
  if (draft.base) line(`base: ${draft.base}`);
  if (draft.options.length > 0) line(`options: ${renderValue(draft.options)}`);
  for (const [key, value] of draft.settings.filter(([k]) => k !== 'standard'))
    line(`${key}: ${renderValue(value)}`, draft.settingRanges[key]);
  if (draft.rules.length > 0) {
    line('');
    line('rules:');
    for (const { fields, range } of draft.rules) {
      const entries = Object.entries(fields).filter((e): e is [string, SettingValue] => e[1] !== undefined);
      line(`  - ${renderFlowMap(entries)}`, range);
    }
  }
  if (draft.regions.length > 0) {
    line('');
    line('pixels:');
    line('  regions:');
    for (const region of draft.regions) {
      if (region.label) line(`    # ${region.label.replace(/\s+/g, ' ').slice(0, 120)}`);
      line(`    - when: ${renderValue(region.when)}`, region.range);
      line(`      blank: ${renderValue(region.blank)}`, region.range);
    }
  }
  if (draft.quarantine.length > 0) {
    line('');
    line('files:');
    line('  quarantine:');
    for (const { when, range } of draft.quarantine) line(`    - when: ${renderValue(when)}`, range);
  }
  return { format, text, notes: draft.notes, rules: draft.rules.length, regions: draft.regions.length, origins };
}
