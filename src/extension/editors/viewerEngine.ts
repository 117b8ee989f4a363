import { createEngine } from '../../deid/deidentify';
import type { ExplainedElement } from '../../deid/explain';
import { patientContextFrom } from '../../deid/patientContext';
import { createTextCleaner } from '../../deid/text/cleaner';
import type { DicomFile } from '../../dicom/dicomFile';
import { editProfile } from '../../profile/edit';
import { loadProfile } from '../../jobs/loadProfile';
import type { RowEffect, RuleEdit } from '../../protocol/headerViewer';
import { PREVIEW_CAP } from '../../protocol/headerViewer';

/** What this bundle offers to the viewer's thread. */
export interface EffectMaker {
  effectsOfProfile(profile: string, file: DicomFile): ReadonlyMap<number, RowEffect>;
  ruleEdits(profileText: string, path: string, action: string): readonly RuleEdit[];
}

/** VRs a person writes sentences into. */
const FREE_TEXT = new Set(['LO', 'LT', 'SH', 'ST', 'UC', 'UT']);

/**
 * Runs the engine's dry run over a file: effects by row of its data set. Pseudonyms are examples, made without the
 * project's key.
 * @param profile a file, or `builtin:...`
 * @throws RunError with a sentence for the user if the profile cannot be used.
 */
export function effectsOfProfile(profile: string, file: DicomFile): ReadonlyMap<number, RowEffect> {
  const { profile: resolved, knowledgeBaseText } = loadProfile(profile);
  const engine = createEngine({
    profile: resolved,
    key: new Uint8Array(32),
    textCleaner: createTextCleaner(resolved.text),
    toolVersion: '',
    ...(knowledgeBaseText === undefined ? {} : { knowledgeBase: knowledgeBaseText }),
  });
  const elements = engine.explain(file, { patient: patientContextFrom(file) });
  return new Map(elements.map(element => [element.row, effectOf(element)]));
}

/** Edits that add a rule for the element at a tag path; item numbers do not matter to a rule. */
export function ruleEdits(profileText: string, path: string, action: string): readonly RuleEdit[] {
  const tag = path.replace(/\[<\d+>\]/g, '/');
  return editProfile(profileText, { kind: 'addRule', rule: { tag, action } }).map(({ range, newText }) => ({
    start: range.start,
    end: range.end,
    text: newText,
  }));
}

function effectOf(element: ExplainedElement): RowEffect {
  const { action, reason, result, vr, source, newValue = '' } = element;
  const outcome =
    result === 'kept' || result === 'walked' ? 'kept' : result === 'removed' ? 'removed' : ('changed' as const);
  const origin = source.kind === 'rule' ? source.rule.origin : undefined;
  return {
    action,
    reason: element.fellBack ? `${reason}; the value could not be handled as asked` : reason,
    outcome,
    result: newValue.slice(0, PREVIEW_CAP),
    freeText: outcome === 'kept' && FREE_TEXT.has(vr),
    ...(origin && { origin: { profile: origin.profile, start: origin.range.start, end: origin.range.end } }),
  };
}
