import { useSignal } from '@preact/signals';
import { change } from './model';
import { newRule, selectorKind } from './ruleChange';
import { RuleDetails } from './RuleDetails';
import { RuleGrid } from './RuleGrid';
import * as state from './state';

/** The deviations from the table: filter, virtual table, details of one rule, and a line for a new one. */
export function RulesPane() {
  const model = state.model.value;
  const shown = state.rules.value;
  const selected = shown[state.cell.value.row];
  const total = model?.rules.length ?? 0;
  return (
    <div class="rules">
      <div class="toolbar">
        <input
          type="text"
          class="grow"
          aria-label="Filter rules"
          placeholder="Filter rules"
          value={state.filter.value}
          onInput={event => {
            state.filter.value = event.currentTarget.value;
            state.cell.value = { row: 0, column: state.cell.peek().column };
          }}
        />
        <span class="note" role="status">
          {shown.length === total ? `${total} rules` : `${shown.length} of ${total} rules`}
          {model && model.inheritedRules > 0 && `, ${model.inheritedRules} more from profiles this one extends`}
        </span>
      </div>
      <RuleGrid />
      {selected && <RuleDetails key={selected.index} rule={selected} />}
      <AddRule />
    </div>
  );
}

function AddRule() {
  const selector = useSignal('');
  const action = useSignal('remove');
  const locked = state.locked.value;
  return (
    <form
      class="toolbar add"
      onSubmit={event => {
        event.preventDefault();
        const text = selector.peek().trim();
        if (text === '') return;
        change({ kind: 'addRule', rule: newRule(selectorKind(text), text, action.peek()) });
        selector.value = '';
      }}
    >
      <input
        type="text"
        class="grow"
        aria-label="What the new rule applies to"
        placeholder="Keyword, (gggg,eeee), path, VR or group of a new rule"
        disabled={locked}
        value={selector.value}
        onInput={event => (selector.value = event.currentTarget.value)}
      />
      <select
        aria-label="Action of the new rule"
        disabled={locked}
        value={action.value}
        onChange={event => (action.value = event.currentTarget.value)}
      >
        {state.model.value?.actions.map(({ name, doc }) => (
          <option key={name} value={name} title={doc}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" disabled={locked}>
        Add rule
      </button>
    </form>
  );
}
