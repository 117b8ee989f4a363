import { createEngine, type Engine } from '../../deid/deidentify';
import type { ExplainedElement } from '../../deid/explain';
import { patientContextFrom } from '../../deid/patientContext';
import { createTextCleaner } from '../../deid/text/cleaner';
import { changedElements, toggledProfile } from '../../deid/toggle';
import type { DicomFile } from '../../dicom/dicomFile';
import { editProfile } from '../../profile/edit';
import { loadProfile } from '../../jobs/loadProfile';
import type { OptionChange, RowEffect, RuleEdit, WhyDetail } from '../../protocol/headerViewer';
import { PREVIEW_CAP } from '../../protocol/headerViewer';
import type { OptionName, ResolvedProfile } from '../../profile/model';
import { OPTION_NAMES } from '../../standard/codes';
import { confidentialityRow } from '../../standard/confidentiality';

/** What this bundle offers to the viewer's thread. */
export interface EffectMaker {
  effectsOfProfile(profile: string, file: DicomFile): ReadonlyMap<number, RowEffect>;
  whyOf(profile: string, file: DicomFile, row: number): Omit<WhyDetail, 'id'> | undefined;
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
  const elements = engines(profile).now.explain(file, { patient: patientContextFrom(file) });
  return new Map(elements.map(element => [element.row, effectOf(element)]));
}

/** Data elements up to which every option is tried for one of them; above, those that name it in the table. */
const EVERY_OPTION = 20_000;

/**
 * Why a row of the data set is treated as it is: the rule or table cell, the Type that decided a compound code, and the options
 * that would change it. Undefined for rows the engine does not come to.
 */
export function whyOf(profile: string, file: DicomFile, row: number): Omit<WhyDetail, 'id'> | undefined {
  const { resolved, now, switched } = engines(profile);
  const context = { patient: patientContextFrom(file) };
  const explained = now.explain(file, context).filter(element => element.row === row);
  const [element] = explained;
  if (!element) return undefined;
  const tableRow = confidentialityRow(element.tag);
  const named = OPTION_NAMES.filter(option => tableRow?.options[option] ?? resolved.options.has(option));
  const options = file.dataSet.count > EVERY_OPTION ? named : OPTION_NAMES;
  const changes = options.flatMap((option): OptionChange[] => {
    const other = switched(option).explain(file, context);
    const [changed] = changedElements(explained, other);
    return changed ? [{ option, on: resolved.options.has(option), effect: effectOf(changed.after) }] : [];
  });
  const outcome = now.deidentify(file, context);
  return {
    effect: effectOf(element),
    type: element.type ?? '',
    ...(tableRow && {
      table: {
        basic: tableRow.basic,
        cells: OPTION_NAMES.flatMap(option => {
          const code = tableRow.options[option];
          return code ? [{ option, code, on: resolved.options.has(option) }] : [];
        }),
      },
    }),
    changes,
    refused: outcome.status === 'quarantined' ? outcome.message : '',
  };
}

interface Engines {
  readonly resolved: ResolvedProfile;
  readonly now: Engine;
  /** The engine with one option the other way round. */
  switched(option: OptionName): Engine;
}

/** Engines of a profile; the cleaner of free text, which is costly to make, is shared by them. */
function engines(profile: string): Engines {
  const { profile: resolved, knowledgeBaseText } = loadProfile(profile);
  const common = {
    key: new Uint8Array(32),
    textCleaner: createTextCleaner(resolved.text),
    toolVersion: '',
    ...(knowledgeBaseText === undefined ? {} : { knowledgeBase: knowledgeBaseText }),
  };
  return {
    resolved,
    now: createEngine({ ...common, profile: resolved }),
    switched: option => createEngine({ ...common, profile: toggledProfile(resolved, option) }),
  };
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
