import { attributeByTag } from '../../standard/dictionary';
import { confidentialityRows } from '../../standard/confidentiality';
import { ACTION_CODES, OPTION_NAMES } from '../../standard/codes';
import { safePrivateAttribute } from '../../standard/safePrivate';
import type { Diagnostic } from '../../profile/diagnostic';
import type { DocumentRule, ProfileDocument } from '../../profile/document';
import type { Analysis } from '../../profile/language/analysis';
import { actionDoc, actionText, reasonText } from '../../profile/language/effectiveText';
import { optionDoc } from '../../profile/language/optionDocs';
import { selectorParents, simpleVr } from '../../profile/lintView';
import type { AttributeSelector, RuleSelector } from '../../profile/model';
import { ACTION_NAMES } from '../../profile/shape';
import { nodeAt } from '../../profile/placeEdits';
import { formatTag } from '../../profile/selectors';
import { isSeq } from 'yaml';
import { listItems, mapEntries, scalarText, type YamlNode } from '../../profile/yamlNodes';
import type {
  FormCondition,
  FormDiagnostic,
  FormModel,
  FormOption,
  FormRegion,
  FormRule,
} from '../../protocol/profileForm';
import { placeOf } from './profileFormPlaces';
import { formSections } from './profileFormSettings';

const PARAMETERS = ['value', 'format', 'match', 'with'] as const;

/** Everything the form shows of a profile that is well-formed YAML. */
export function formModel(analysis: Analysis, diagnostics: readonly FormDiagnostic[]): FormModel {
  const { document, resolution } = analysis;
  const { profile } = resolution;
  const byRule = new Map<string, FormDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const [section, index] = diagnostic.place.split('/');
    if (section !== 'rules' || index === undefined) continue;
    const known = byRule.get(index);
    if (known) known.push(diagnostic);
    else byRule.set(index, [diagnostic]);
  }
  const regions = listItems(nodeAt(document.root, ['pixels', 'regions']));
  return {
    name: document.settings.name?.value ?? '',
    options: options(analysis),
    rules: document.rules.map((rule, index) => formRule(analysis, rule, index, byRule.get(String(index)) ?? [])),
    inheritedRules: profile.rules.filter(rule => rule.origin.profile !== document.id).length,
    actions: [...ACTION_NAMES, ...ACTION_CODES].map(name => ({ name, doc: actionDoc(name) ?? '' })),
    sections: formSections(document, profile),
    regions: regions.map(region),
    inheritedRegions: profile.pixels.regions.filter(r => r.origin.profile !== document.id).length,
    quarantine: listItems(nodeAt(document.root, ['files', 'quarantine'])).map(entry =>
      conditions(nodeAt(entry, ['when'])),
    ),
  };
}

/** Diagnostics with the place in the form they belong to. */
export function formDiagnostics(document: ProfileDocument, diagnostics: readonly Diagnostic[]): FormDiagnostic[] {
  return diagnostics.map(({ code, severity, message, range }) => ({
    code,
    severity,
    message,
    place: placeOf(document, range.start).join('/'),
    start: range.start,
    end: range.end,
  }));
}

function options(analysis: Analysis): FormOption[] {
  const own = new Set(analysis.document.options.map(option => option.value));
  return OPTION_NAMES.map(name => {
    const cells = confidentialityRows().map(row => row.options[name]);
    return {
      name,
      doc: optionDoc(name).replace(/ In Table E\.1-1 .*$/, ''),
      keeps: cells.filter(cell => cell === 'K').length,
      cleans: cells.filter(cell => cell === 'C').length,
      own: own.has(name),
      active: analysis.resolution.profile.options.has(name),
    };
  });
}

function formRule(
  analysis: Analysis,
  rule: DocumentRule,
  index: number,
  diagnostics: readonly FormDiagnostic[],
): FormRule {
  const by = rule.entries.vr ? 'vr' : rule.entries.group ? 'group' : 'tag';
  return {
    index,
    by,
    selector: rule.entries[by]?.text ?? '',
    name: rule.selector ? selectorName(rule.selector) : '',
    when: conditions(nodeAt(analysis.document.root, ['rules', String(index), 'when'])),
    action: rule.entries.action?.text ?? '',
    parameters: Object.fromEntries(
      PARAMETERS.flatMap(key => (rule.entries[key]?.text === undefined ? [] : [[key, rule.entries[key].text]])),
    ),
    reason: rule.reason ?? '',
    ...effective(analysis, rule),
    diagnostics,
    start: rule.range.start,
    end: rule.range.end,
  };
}

/** What the profile does to the attribute a rule names; for groups, VRs and wildcards the rule's own action. */
function effective(analysis: Analysis, rule: DocumentRule): Pick<FormRule, 'effective' | 'because' | 'decides'> {
  const { selector, action } = rule;
  if (!selector || !action) return { effective: '', because: '', decides: false };
  const leaf =
    selector.kind === 'attribute' ? selector.attribute : selector.kind === 'path' ? selector.steps.at(-1) : undefined;
  const parents = selectorParents(selector);
  if (!leaf || !parents)
    return {
      effective: actionText(action),
      because: leaf ? 'this rule names the place' : 'where no more specific rule decides',
      decides: true,
    };
  const result = analysis.actions.for({ sopClass: '', path: parents, instance: () => [], ...elementOf(leaf) });
  const origin = result.source.kind === 'rule' ? result.source.rule.origin : undefined;
  const decides = origin?.profile === analysis.id && origin.range.start === rule.range.start;
  const elsewhere = !decides && rule.when.length > 0 ? '; where the condition holds, this rule decides' : '';
  return {
    effective: actionText(result.action),
    because: decides ? 'this rule decides' : plain(reasonText(result, analysis.id)) + elsewhere,
    decides,
  };
}

function elementOf(leaf: AttributeSelector): { tag: number; vr: string; creator?: string } {
  if (leaf.kind === 'tag') return { tag: leaf.tag, vr: simpleVr(attributeByTag(leaf.tag)?.vr ?? 'UN') };
  const known = safePrivateAttribute(leaf.creator, leaf.group, leaf.element);
  return {
    tag: ((leaf.group << 16) | 0x1000 | leaf.element) >>> 0,
    vr: simpleVr(known?.vr ?? 'UN'),
    creator: leaf.creator,
  };
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '').replaceAll('**', '');
}

function selectorName(selector: RuleSelector): string {
  switch (selector.kind) {
    case 'attribute':
      return attributeName(selector.attribute);
    case 'path':
      return selector.steps.map(attributeName).join(' › ');
    case 'wildcard':
      return attributeByTag(selector.tag)?.name ?? 'Every tag that fits';
    case 'group':
      return `Every attribute of group ${selector.group.toString(16).toUpperCase().padStart(4, '0')}`;
    case 'vr':
      return `Every attribute of VR ${selector.vr}`;
  }
}

function attributeName(attribute: AttributeSelector): string {
  if (attribute.kind === 'tag') return attributeByTag(attribute.tag)?.name ?? formatTag(attribute.tag);
  const known = safePrivateAttribute(attribute.creator, attribute.group, attribute.element);
  return known?.meaning ?? `Private attribute of ${attribute.creator}`;
}

function conditions(node: YamlNode): FormCondition[] {
  return mapEntries(node).map(({ key, value }) => ({
    attribute: key,
    values: isSeq(value) ? listItems(value).map(item => scalarText(item) ?? '') : [scalarText(value) ?? ''],
  }));
}

function region(node: YamlNode): FormRegion {
  return {
    when: conditions(nodeAt(node, ['when'])),
    blank: listItems(nodeAt(node, ['blank'])).map(box => listItems(box).map(n => Number(scalarText(n)))),
  };
}
