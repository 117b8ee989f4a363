import { attributeByTag } from '../../standard/dictionary';
import type { Condition, ResolvedProfile, Rule, RuleAction } from '../model';
import { formatAttribute } from '../selectors';
import {
  dummyFor,
  exportRows,
  otherRules,
  refusedSettings,
  ruleName,
  simpleName,
  strictest,
  type ExportResult,
  type ExportRow,
  type Refusal,
} from './exportRows';

/** A recipe of pydicom's deid with the meaning of a profile; what it cannot say is refused by name and done more strictly. */
export function exportRecipe(profile: ResolvedProfile): ExportResult {
  const refused: Refusal[] = refusedSettings(profile, false);
  const changed = new Map<string, string>();
  const refuse = (subject: string, message: string) => refused.push({ subject, message });
  const [low, high] = profile.dates.shift.days;
  const line = (field: string, action: RuleAction, name: string, vr: string): string => {
    switch (name) {
      case 'keep':
        return `KEEP ${field}`;
      case 'remove':
        return `REMOVE ${field}`;
      case 'empty':
        return `BLANK ${field}`;
      case 'uid':
        changed.set('UIDs', "deid's pydicom_uuid makes the new UID from the old one without a secret key.");
        return `REPLACE ${field} deid_func:pydicom_uuid stable_remapping=true`;
      case 'dummy': {
        const dummy = dummyFor(vr);
        if (dummy !== undefined) return `REPLACE ${field} ${dummy}`;
        if (vr === 'UI') return line(field, action, 'uid', vr);
        refuse(`dummy for ${field}`, `A recipe cannot write a dummy of VR ${vr}; the element is blanked.`);
        return `BLANK ${field}`;
      }
      case 'shift':
        if (low !== high)
          changed.set('dates.shift', `A recipe moves every patient by the same number of days; ${low} is written.`);
        return `JITTER ${field} ${low}`;
      case 'clean':
        if (vr === 'DA' || vr === 'DT') return line(field, action, 'shift', vr);
        if (vr === 'TM' || vr === 'IS' || vr === 'DS') return `KEEP ${field}`;
        if (vr === 'UI') return line(field, action, 'uid', vr);
        refuse(
          `clean for ${field}`,
          `deid cannot clean ${vr === 'SQ' ? 'sequences item by item' : 'text'}; the element is removed.`,
        );
        return `REMOVE ${field}`;
      case 'replace':
      case 'add':
        if ((action.kind === 'replace' || action.kind === 'add') && !action.value.includes('{'))
          return `${name === 'add' ? 'ADD' : 'REPLACE'} ${field} ${action.value}`;
        break;
      default:
    }
    refuse(
      `${name} for ${field}`,
      'A recipe has no keyed pseudonyms, templates, patterns or caps; the element is blanked.',
    );
    return `BLANK ${field}`;
  };
  const lines = exportRows(profile).map(row => rowLine(row, line, refuse));
  for (const rule of otherRules(profile)) {
    const { selector } = rule;
    if (rule.when.length === 0 && selector.kind === 'attribute')
      lines.push(line(formatAttribute(selector.attribute), rule.action, simpleName(rule.action), 'LO'));
    else if (rule.when.length === 0 && selector.kind === 'group')
      lines.push(
        line(
          `select:group:${selector.group.toString(16).padStart(4, '0')}`,
          rule.action,
          simpleName(rule.action),
          'LO',
        ),
      );
    else refuse(ruleName(rule), 'A recipe has no rules for paths, repeating groups or conditions.');
  }
  if (profile.base === 'ps3.15')
    changed.set(
      'private elements',
      `A recipe does not say what happens to them: call replace_identifiers with remove_private=${profile.private.default === 'remove' ? 'True' : 'False'}.`,
    );
  const filters = [...quarantine(profile, refuse), ...regions(profile, refuse)];
  const text = [
    'FORMAT dicom',
    '',
    ...filters,
    '%header',
    '',
    `# ${profile.name.replaceAll('\n', ' ')}`,
    ...lines,
    '',
  ].join('\n');
  return { text, refused, changed: [...changed].map(([subject, message]) => ({ subject, message })) };
}

type Line = (field: string, action: RuleAction, name: string, vr: string) => string;
type Refuse = (subject: string, message: string) => void;

function rowLine(row: ExportRow, line: Line, refuse: Refuse): string {
  for (const rule of row.conditional)
    refuse(ruleName(rule), 'A recipe has no conditions for header actions; the strictest of the actions is used.');
  const action = strictest(row);
  return line(row.attribute.keyword, action, simpleName(action), row.vr);
}

function regions(profile: ResolvedProfile, refuse: Refuse): string[] {
  const lines: string[] = [];
  profile.pixels.regions.forEach((region, i) => {
    const criteria = criteriaOf(region.when);
    if (!criteria) refuse(`pixels.regions ${i + 1}`, 'A condition cannot be said in a recipe.');
    else
      lines.push(`LABEL Region ${i + 1}`, ...criteria, ...region.blank.map(b => `  ctpcoordinates ${b.join(',')}`), '');
  });
  return lines.length > 0 ? ['%filter graylist', '', ...lines] : [];
}

function quarantine(profile: ResolvedProfile, refuse: Refuse): string[] {
  const lines: string[] = [];
  profile.files.quarantine.forEach((entry, i) => {
    const criteria = criteriaOf(entry.when);
    if (!criteria) refuse(`files.quarantine ${i + 1}`, 'A condition cannot be said in a recipe.');
    else lines.push(`LABEL Held back ${i + 1}`, ...criteria, '');
  });
  return lines.length > 0 ? ['%filter blacklist', '', ...lines] : [];
}

function criteriaOf(when: Rule['when'] | readonly Condition[]): string[] | undefined {
  if (when.length === 0) return undefined;
  const lines: string[] = [];
  for (const [i, condition] of when.entries()) {
    const keyword = attributeByTag(condition.tag)?.keyword;
    if (!keyword || condition.anyOf.length === 0) return undefined;
    const tests = condition.anyOf.map(t =>
      t.kind === 'literal' ? `equals ${keyword} ${t.value}` : `contains ${keyword} ${t.source}`,
    );
    lines.push(`  ${i > 0 ? '+ ' : ''}${tests.join(' || ')}`);
  }
  return lines;
}
