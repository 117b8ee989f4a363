import type { EffectiveAction, RuleAction } from '../profile/model';
import { formatSelector } from '../profile/selectors';
import type { AttributeType } from '../standard/codes';

/** The reason for an action in a few words, for the audit and `explain`: rule, option, table cell or default. No values. */
export function reasonOf(effective: EffectiveAction, code: string, type: AttributeType | undefined): string {
  const { source } = effective;
  const resolved = (cell: string): string =>
    cell.includes('/') || (cell !== code && code !== '') ? `${cell} -> ${code} (${typeText(type)})` : cell;
  switch (source.kind) {
    case 'rule':
      return `rule ${formatSelector(source.rule.selector)}: ${actionText(effective.action)}${
        effective.action.kind === 'code' && effective.action.code !== code ? ` -> ${code} (${typeText(type)})` : ''
      }`;
    case 'option':
      return `option ${source.options.join(' + ')}: ${actionText(effective.action)} (table ${source.tableCode})`;
    case 'table':
      return `table ${resolved(source.tableCode)}`;
    case 'default':
      return `default ${DEFAULTS[source.name]}`;
  }
}

const DEFAULTS: Readonly<Record<Extract<EffectiveAction['source'], { kind: 'default' }>['name'], string>> = {
  private: 'for private attributes',
  safePrivate: 'for private attributes under Retain Safe Private',
  vrSweep: 'by value representation (no table lists it)',
  instanceUid: 'for unlisted references to instances',
  structuralUid: 'for UIDs of the standard',
  unlisted: 'for what no table lists',
  base: 'of a profile without Table E.1-1',
};

function typeText(type: AttributeType | undefined): string {
  return type === undefined ? 'not in the IOD' : `Type ${type}`;
}

/** An action as the profile writes it, without the value a template would give. */
export function actionText(action: RuleAction): string {
  return action.kind === 'code' ? action.code : action.kind;
}
