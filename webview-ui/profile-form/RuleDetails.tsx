import type { FormRule } from '../../src/protocol/profileForm';
import { HostileText } from '../components/HostileText';
import { Conditions } from './Conditions';
import { DiagnosticList } from './Diagnostics';
import { change, showInText } from './model';
import { parametersOf } from './ruleChange';
import * as state from './state';
import { TextField } from './TextField';

/** What the table has no room for: why the action applies, conditions, every parameter, findings in full. */
export function RuleDetails({ rule }: { rule: FormRule }) {
  const { index } = rule;
  const locked = state.locked.value;
  const doc = state.model.value?.actions.find(({ name }) => name === rule.action)?.doc ?? '';
  return (
    <section class="details" aria-label={`Rule ${index + 1}`}>
      <div class="line">
        <h2>
          Rule {index + 1}: <HostileText text={rule.name || rule.selector} />
        </h2>
        <button type="button" class="link" onClick={() => showInText(rule)}>
          show in the text
        </button>
        <button type="button" class="secondary" disabled={locked} onClick={() => change({ kind: 'removeRule', index })}>
          Remove rule
        </button>
      </div>
      <p class="doc">
        {rule.action} — {doc}
      </p>
      {rule.effective !== '' && (
        <p class="doc">
          Effective: <strong>{rule.effective}</strong>, because <HostileText text={rule.because} />.
        </p>
      )}
      {parametersOf(rule.action).map(key => (
        <div class="line" key={key}>
          <span class="attribute">{key}</span>
          <TextField
            value={rule.parameters[key] ?? ''}
            label={`${key} of rule ${index + 1}`}
            disabled={locked}
            commit={text => change({ kind: 'changeRule', index, set: { [key]: text } })}
          />
        </div>
      ))}
      <div class="doc">Only where all of this holds:</div>
      <Conditions
        conditions={rule.when}
        label={`Conditions of rule ${index + 1}`}
        set={(attribute, value) =>
          change({ kind: 'setSetting', path: ['rules', String(index), 'when', attribute], value })
        }
      />
      <DiagnosticList items={rule.diagnostics} label={`Problems of rule ${index + 1}`} />
    </section>
  );
}
