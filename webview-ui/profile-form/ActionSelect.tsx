import { useEffect, useRef } from 'preact/hooks';
import type { FormRule } from '../../src/protocol/profileForm';
import { change } from './model';
import { actionChange } from './ruleChange';
import * as state from './state';

interface Props {
  readonly rule: FormRule;
  readonly autoFocus?: boolean;
  done?(): void;
}

/** The action of a rule: names first, then the codes of the standard. */
export function ActionSelect({ rule, autoFocus = false, done }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (autoFocus) select.current?.focus();
  }, []);
  const actions = state.model.value?.actions ?? [];
  return (
    <select
      ref={select}
      aria-label={`Action of rule ${rule.index + 1}`}
      disabled={state.locked.value}
      value={rule.action}
      onChange={event => {
        const chosen = event.currentTarget.value;
        if (chosen !== rule.action) change({ kind: 'changeRule', index: rule.index, set: actionChange(rule, chosen) });
        done?.();
      }}
      onBlur={() => done?.()}
      onKeyDown={event => {
        if (event.key === 'Escape' || event.key === 'Enter') done?.();
        event.stopPropagation();
      }}
    >
      {!actions.some(({ name }) => name === rule.action) && <option value={rule.action}>{rule.action}</option>}
      {actions.map(({ name, doc }) => (
        <option key={name} value={name} title={doc}>
          {name}
        </option>
      ))}
    </select>
  );
}
