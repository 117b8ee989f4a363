import type { EffectiveAction, RuleAction } from '../model';
import { formatSelector } from '../selectors';
import { ACTION_DOCS } from '../shape';

const DEFAULTS: Readonly<Record<Extract<EffectiveAction['source'], { kind: 'default' }>['name'], string>> = {
  private: '`private.default` decides for private attributes that nothing names',
  safePrivate: 'Retain Safe Private: it stays if Table E.3.10-1 or the knowledge base knows it to be safe',
  vrSweep: 'no table lists it; its value representation decides',
  instanceUid: 'a reference to instances that no table lists follows the other UIDs',
  structuralUid: 'this UID says what the object is, not which one',
  unlisted: 'neither a rule nor Table E.1-1 names it',
  base: 'the profile starts from nothing: what no rule names stays',
};

/** Why an action applies, in one sentence without its full stop. */
export function reasonText(effective: EffectiveAction, ownId: string): string {
  const { source } = effective;
  switch (source.kind) {
    case 'rule': {
      const from =
        source.rule.origin.profile === ownId
          ? 'a rule of this file'
          : `a rule of ${nameOf(source.rule.origin.profile)}`;
      const when = source.rule.when.length > 0 ? ' whose condition holds' : '';
      const reason = source.rule.reason ? `: ${source.rule.reason}` : '';
      return `${from} for \`${formatSelector(source.rule.selector)}\`${when}${reason}`;
    }
    case 'option':
      return `option ${source.options.join(' and ')} over the basic code ${source.tableCode}`;
    case 'table':
      return `Table E.1-1 of PS3.15 says ${source.tableCode}`;
    case 'default':
      return DEFAULTS[source.name];
  }
}

function nameOf(profile: string): string {
  return profile.startsWith('builtin:') ? `\`${profile}\`` : `\`${profile.split(/[\\/]/).pop() ?? profile}\``;
}

/** An action as a profile writes it. */
export function actionText(action: RuleAction): string {
  return action.kind === 'code' ? action.code : action.kind;
}

const CODE_DOCS: Readonly<Record<string, string>> = {
  K: ACTION_DOCS.keep,
  X: ACTION_DOCS.remove,
  Z: ACTION_DOCS.empty,
  D: ACTION_DOCS.dummy,
  C: ACTION_DOCS.clean,
  U: ACTION_DOCS.uid,
};

/** One sentence about an action or code; `undefined` if it is none. */
export function actionDoc(text: string): string | undefined {
  if (Object.hasOwn(ACTION_DOCS, text)) return ACTION_DOCS[text as keyof typeof ACTION_DOCS];
  if (Object.hasOwn(CODE_DOCS, text)) return CODE_DOCS[text];
  if (!/^[XZD](\/[ZDU*]+)+$/.test(text)) return undefined;
  return `${text}: resolved by the Type of the attribute in the IOD of each file: Type 1 gets ${text.includes('U') ? 'new UIDs inside' : 'a dummy'}, Type 2 is emptied${text.startsWith('X') ? ', Type 3 is removed' : ''} (PS3.15 E.1).`;
}
