import { attributeByKeyword, attributeByTag, type Attribute } from '../../standard/dictionary';
import { confidentialityRow } from '../../standard/confidentiality';
import { safePrivateAttribute } from '../../standard/safePrivate';
import type { DocumentRule } from '../document';
import { actionName, selectorParents, selectorVr, simpleVr } from '../lintView';
import { LINT_RULES } from '../rules/registry';
import type { EffectiveAction, SourceRange } from '../model';
import { optionCell } from '../effective';
import { formatSelector, parseSelector, selectorLeaf, splitPath } from '../selectors';
import { builtinText } from '../builtins';
import { TEXT_VRS } from '../vrValues';
import type { Analysis } from './analysis';
import { attributeLine, typesText } from './attributeText';
import { shapeAt } from './cursor';
import { actionDoc, actionText, reasonText } from './effectiveText';
import { optionDoc } from './optionDocs';
import { placeAt, ruleAt, type TreePlace } from './placeInTree';

export interface Hover {
  readonly range: SourceRange;
  /** Markdown. */
  readonly text: string;
}

/** What there is to say about the word at an offset. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const code = suppressedCode(analysis.text, offset);
  if (code) return code;
  const place = placeAt(analysis.document, offset);
  if (!place) return undefined;
  const text = place.kind === 'key' ? keyText(analysis, place) : valueText(analysis, place, offset);
  return text === undefined || text === '' ? undefined : { range: place.range, text };
}

function keyText(analysis: Analysis, place: TreePlace): string | undefined {
  const parent = place.path.slice(0, -1);
  if (parent[parent.length - 1] === 'when' || (parent.join('/') === 'text/mode' && place.text !== 'default')) {
    const result = parseSelector(place.text);
    return 'selector' in result ? attributeText(analysis, result.selector) : undefined;
  }
  const shape = shapeAt(parent);
  const maps = shape?.kind === 'any' ? shape.of : shape ? [shape] : [];
  for (const map of maps)
    if (map.kind === 'map' && Object.hasOwn(map.keys, place.text))
      return `**${place.text}** ${map.keys[place.text]?.doc ?? ''}`;
  return undefined;
}

function valueText(analysis: Analysis, place: TreePlace, offset: number): string | undefined {
  const { path } = place;
  const last = path[path.length - 1];
  if (path[0] === 'options') return optionText(analysis, place.text);
  if (path[0] === 'extends') return extendsText(place.text);
  if (path[0] !== 'rules') return undefined;
  const rule = ruleAt(analysis.document, offset)?.rule;
  if (!rule) return undefined;
  if (last === 'tag' || last === 'vr' || last === 'group') return selectorText(analysis, rule, place, offset);
  if (last === 'keyword') {
    const attribute = attributeByKeyword(place.text);
    return attribute && attributeLine(attribute);
  }
  return last === 'action' ? ruleActionText(rule, place.text) : undefined;
}

/** A step of a path by itself; the whole selector otherwise. */
function selectorText(analysis: Analysis, rule: DocumentRule, place: TreePlace, offset: number): string | undefined {
  const { selector } = rule;
  if (!selector) return undefined;
  if (selector.kind === 'path') {
    const within = offset - place.range.start;
    const steps = splitPath(place.text);
    const index = steps.findLastIndex(step => step.start <= within);
    const step = selector.steps[index];
    if (step && index < selector.steps.length - 1) {
      const attribute = step.kind === 'tag' ? attributeByTag(step.tag) : undefined;
      return attribute ? attributeLine(attribute) : formatSelector({ kind: 'attribute', attribute: step });
    }
  }
  return attributeText(analysis, selector, rule);
}

function attributeText(
  analysis: Analysis,
  selector: NonNullable<DocumentRule['selector']>,
  rule?: DocumentRule,
): string | undefined {
  const parts: string[] = [];
  const leaf = selectorLeaf(selector);
  if (selector.kind === 'vr') parts.push(`Every attribute of VR **${selector.vr}**, at any level.`);
  if (selector.kind === 'group') parts.push(`Every attribute of group **${formatSelector(selector)}**.`);
  if (selector.kind === 'wildcard') {
    const attribute = attributeByTag(selector.tag);
    parts.push(
      attribute ? attributeLine(attribute) : `Every attribute whose tag fits **${formatSelector(selector)}**.`,
    );
  }
  if (leaf?.kind === 'private') {
    const known = safePrivateAttribute(leaf.creator, leaf.group, leaf.element);
    parts.push(
      known
        ? `**${known.meaning}** private attribute of ${known.creator}, VR ${known.vr}, VM ${known.vm}. Known to be safe (PS3.15 Table E.3.10-1).`
        : `Private attribute of **${leaf.creator}**. Table E.3.10-1 does not know it.`,
    );
  }
  const attribute = leaf?.kind === 'tag' ? attributeByTag(leaf.tag) : undefined;
  if (leaf?.kind === 'tag') {
    parts.push(attribute ? attributeLine(attribute) : 'Not in the data dictionary of PS3.6.');
    const parents = selectorParents(selector) ?? [];
    if (attribute) parts.push(...standardText(analysis, attribute, parents));
    const effective = effectiveAt(analysis, leaf.tag, parents, attribute);
    parts.push(`Effective: **${actionText(effective.action)}**, because ${reasonText(effective, analysis.id)}.`);
    const own = effective.source.kind === 'rule' ? effective.source.rule.origin : undefined;
    const decides = own?.profile === analysis.id && own.range.start === rule?.range.start;
    if (rule && rule.when.length > 0 && !decides)
      parts.push('Where the condition of this rule holds, this rule decides.');
  }
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

function standardText(analysis: Analysis, attribute: Attribute, parents: readonly number[]): string[] {
  const parts: string[] = [];
  const types = typesText(parents, attribute.tag);
  if (types !== '') parts.push(`Type ${types}.`);
  const row = confidentialityRow(attribute.tag);
  const cell = row && optionCell(row, analysis.resolution.profile.options);
  if (row && cell)
    parts.push(
      `Under the options chosen the table says **${cell.code}** (${cell.options.join(', ')}), the Basic Profile ${row.basic}.`,
    );
  return parts;
}

function effectiveAt(
  analysis: Analysis,
  tag: number,
  path: readonly number[],
  attribute: Attribute | undefined,
): EffectiveAction {
  return analysis.actions.for({ sopClass: '', path, tag, vr: simpleVr(attribute?.vr ?? 'UN'), instance: () => [] });
}

function ruleActionText(rule: DocumentRule, text: string): string | undefined {
  const doc = actionDoc(text);
  if (doc === undefined) return undefined;
  const vr = rule.selector && selectorVr(rule.selector);
  const cleans = rule.action && actionName(rule.action) === 'clean';
  return cleans ? `${doc}\n\n${cleanText(vr)}` : doc;
}

/** What `clean` does with a value of this VR. */
function cleanText(vr: string | undefined): string {
  if (vr === 'DA' || vr === 'DT')
    return 'Dates move by the offset of the patient (`dates.shift`); what cannot be read falls back to the basic action.';
  if (vr === 'TM') return 'Times stay, because dates move by whole days.';
  if (vr === 'SQ')
    return 'Every item stays and is treated by the profile; nothing inside is kept only because it is inside.';
  if (vr === 'UI') return 'UIDs of instances are replaced consistently; registered UIDs stay.';
  if (vr === undefined || TEXT_VRS.has(vr))
    return [
      'The text cleaner removes from the text:',
      '- what the header knows about the patient, the physicians and the institution, also misspelt or in another order',
      '- names, dates, addresses, telephone numbers, mail and web addresses, identifiers and institutions it recognizes',
      '- the words in `text.remove`; those in `text.keep` stay',
      '',
      'How strict it is says `text.mode`: `surgical` removes what it finds, `blankIfDoubt` empties the value when a word stays unclear, `keepList` keeps only words of its vocabulary.',
    ].join('\n');
  return 'Numbers and bytes stay if they hold nothing that is known about the patient.';
}

function optionText(analysis: Analysis, name: string): string | undefined {
  const doc = optionDoc(name);
  if (doc === '') return undefined;
  const displaced = [...analysis.resolution.profile.options].includes(name as never)
    ? ''
    : '\n\nDisplaced by another option.';
  return `**${name}** ${doc}${displaced}`;
}

function extendsText(reference: string): string | undefined {
  const text = builtinText(reference);
  if (text === undefined) return undefined;
  const comment = text
    .split('\n')
    .filter((line, i, all) => line.startsWith('# ') && all.slice(0, i).every(l => l.startsWith('#')));
  return `**${reference}** ${comment
    .map(l => l.slice(2))
    .filter(l => !l.startsWith('deid-ignore'))
    .join(' ')}`;
}

/** The code in a suppression comment. */
function suppressedCode(text: string, offset: number): Hover | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(lineStart, newline < 0 ? text.length : newline);
  const comment = /#\s*deid-ignore/.exec(line);
  if (!comment) return undefined;
  for (const match of line.matchAll(/DEID\d{3}/g)) {
    const start = lineStart + match.index;
    if (match.index < comment.index || offset < start || offset > start + 7) continue;
    const rule = LINT_RULES.find(r => r.code === match[0]);
    return rule && { range: { start, end: start + 7 }, text: `**${rule.code}** ${rule.title}` };
  }
  return undefined;
}
