import { useSignal } from '@preact/signals';
import type { FormCondition, FormValue } from '../../src/protocol/profileForm';
import { parseValues, valuesText } from './ruleChange';
import * as state from './state';
import { TextField } from './TextField';

interface Props {
  readonly conditions: readonly FormCondition[];
  /** Where they belong, for screen readers. */
  readonly label: string;
  set(attribute: string, value: FormValue | null): void;
}

/** Tests on the instance: attribute and values, one of which must hold. */
export function Conditions({ conditions, label, set }: Props) {
  const attribute = useSignal('');
  const values = useSignal('');
  const locked = state.locked.value;
  const add = () => {
    const name = attribute.peek().trim();
    if (name === '' || values.peek().trim() === '') return;
    set(name, parseValues(values.peek()));
    attribute.value = values.value = '';
  };
  return (
    <div class="conditions" role="group" aria-label={label}>
      {conditions.map(condition => (
        <div class="line" key={condition.attribute}>
          <span class="attribute">{condition.attribute}</span> is
          <TextField
            value={valuesText(condition.values)}
            label={`Values of ${condition.attribute}`}
            disabled={locked}
            commit={text => set(condition.attribute, text.trim() === '' ? null : parseValues(text))}
          />
          <button
            type="button"
            class="icon"
            disabled={locked}
            aria-label={`Remove the condition on ${condition.attribute}`}
            onClick={() => set(condition.attribute, null)}
          >
            ✕
          </button>
        </div>
      ))}
      <form
        class="line"
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <input
          type="text"
          aria-label="Attribute of a new condition"
          placeholder="Attribute"
          disabled={locked}
          value={attribute.value}
          onInput={event => (attribute.value = event.currentTarget.value)}
        />
        is
        <input
          type="text"
          aria-label="Values of a new condition"
          placeholder="Value, or A | B, or /pattern/"
          disabled={locked}
          value={values.value}
          onInput={event => (values.value = event.currentTarget.value)}
        />
        <button type="submit" class="secondary" disabled={locked}>
          Add condition
        </button>
      </form>
    </div>
  );
}
