import type { FormOption } from '../../src/protocol/profileForm';
import { DiagnosticList, diagnosticsAt } from './Diagnostics';
import { change } from './model';
import * as state from './state';

/** The options of PS3.15 E.3 as a checklist with what each switches on. */
export function OptionsPane() {
  const options = state.model.value?.options ?? [];
  return (
    <div class="scroll">
      <p class="lead">
        Options of PS3.15 E.3 over the Basic Profile. The numbers count rows of Table E.1-1 that an option keeps or
        cleans.
      </p>
      <DiagnosticList items={diagnosticsAt(['options'])} label="Problems of the options" />
      <div role="group" aria-label="Options" class="options">
        {options.map(option => (
          <Option key={option.name} option={option} />
        ))}
      </div>
    </div>
  );
}

function Option({ option }: { option: FormOption }) {
  const { name, own, active } = option;
  const inherited = active && !own;
  return (
    <div class={`option ${active ? 'on' : ''}`}>
      <input
        type="checkbox"
        id={`option-${name}`}
        checked={own || active}
        disabled={state.locked.value || inherited}
        aria-describedby={`option-doc-${name}`}
        onChange={event => {
          const operation = { kind: own ? 'removeOption' : 'addOption', option: name } as const;
          // The box follows the text, not the click.
          event.currentTarget.checked = own || active;
          change(operation);
        }}
      />
      <label for={`option-${name}`}>
        {words(name)} <code>{name}</code>
      </label>
      <div class="doc" id={`option-doc-${name}`}>
        {option.doc} <strong>{effect(option)}</strong>
        {inherited && ' Set by a profile this one extends.'}
        {own && !active && ' Displaced by another option.'}
      </div>
    </div>
  );
}

function effect({ keeps, cleans }: FormOption): string {
  if (keeps + cleans === 0) return 'Changes no row of the table.';
  const parts = [...(keeps > 0 ? [`keeps ${keeps}`] : []), ...(cleans > 0 ? [`cleans ${cleans}`] : [])].join(', ');
  return `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)} ${keeps + cleans === 1 ? 'row' : 'rows'}.`;
}

/** `RetainUIDs` -> `Retain UIDs`. */
function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}
