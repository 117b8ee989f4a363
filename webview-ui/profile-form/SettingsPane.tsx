import { useSignal } from '@preact/signals';
import type { FormControl, FormSetting } from '../../src/protocol/profileForm';
import { HostileText } from '../components/HostileText';
import { DiagnosticList, diagnosticsAt } from './Diagnostics';
import { change } from './model';
import * as state from './state';
import { TextField } from './TextField';

/** Every setting by section: its own value, or what holds without one. */
export function SettingsPane() {
  const sections = state.model.value?.sections ?? [];
  return (
    <div class="scroll">
      {sections.map(({ title, settings }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {settings.map(setting => (
            <Setting key={setting.path.join('/')} setting={setting} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** A name cannot be inherited. */
const NEEDED = new Set(['name']);

function Setting({ setting }: { setting: FormSetting }) {
  const { path, label, doc, own, control } = setting;
  const id = `setting-${path.join('-')}`;
  const inheritable = control.kind !== 'list' && control.kind !== 'modes';
  // A parent is named by its place; its findings that belong to a field below are shown there.
  const findings = diagnosticsAt(path);
  return (
    <div class="setting" role="group" aria-labelledby={id}>
      <div class="name" id={id}>
        {label}
      </div>
      <div class="control">
        <Control setting={setting} control={control} />
        {inheritable && !own && <span class="note">not set here</span>}
        {inheritable && own && !NEEDED.has(path[0] ?? '') && (
          <button
            type="button"
            class="link"
            disabled={state.locked.value}
            aria-label={`Do not set ${label} here`}
            onClick={() => change({ kind: 'setSetting', path, value: null })}
          >
            do not set here
          </button>
        )}
      </div>
      <div class="doc" id={`${id}-doc`}>
        {doc.replaceAll('`', '')}
      </div>
      <DiagnosticList items={findings} label={`Problems of ${label}`} />
    </div>
  );
}

function Control({ setting, control }: { setting: FormSetting; control: FormControl }) {
  const { path, label } = setting;
  const locked = state.locked.value;
  const describedBy = `setting-${path.join('-')}-doc`;
  const set = (value: string | number | readonly number[]) => change({ kind: 'setSetting', path, value });
  switch (control.kind) {
    case 'text':
      return <TextField value={control.value} label={label} disabled={locked} describedBy={describedBy} commit={set} />;
    case 'integer':
      return (
        <TextField
          kind="number"
          value={control.value}
          label={label}
          disabled={locked}
          describedBy={describedBy}
          commit={text => Number.isInteger(Number(text)) && text.trim() !== '' && set(Number(text))}
        />
      );
    case 'choice':
      return (
        <Choice value={control.value} choices={control.choices} label={label} describedBy={describedBy} commit={set} />
      );
    case 'days': {
      const bounds = [control.least, control.greatest];
      const commit = (at: number) => (text: string) => {
        const next = bounds.map((bound, index) => Number(index === at ? text : bound));
        if (text.trim() !== '' && next.every(Number.isInteger)) set(next);
      };
      return (
        <>
          <TextField kind="number" value={control.least} label="Least days" disabled={locked} commit={commit(0)} />
          to
          <TextField
            kind="number"
            value={control.greatest}
            label="Greatest days"
            disabled={locked}
            commit={commit(1)}
          />
        </>
      );
    }
    case 'list':
      return <List setting={setting} control={control} />;
    case 'modes':
      return <Modes setting={setting} control={control} />;
  }
}

interface ChoiceProps {
  readonly value: string;
  readonly choices: readonly string[];
  readonly label: string;
  readonly describedBy?: string;
  commit(value: string): void;
}

function Choice({ value, choices, label, describedBy, commit }: ChoiceProps) {
  const known = choices.includes(value);
  return (
    <select
      aria-label={label}
      aria-describedby={describedBy}
      disabled={state.locked.value}
      value={value}
      onChange={event => {
        const chosen = event.currentTarget.value;
        event.currentTarget.value = value;
        if (chosen !== value) commit(chosen);
      }}
    >
      {!known && <option value={value}>{value}</option>}
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

function List({ setting, control }: { setting: FormSetting; control: Extract<FormControl, { kind: 'list' }> }) {
  const { path, label } = setting;
  const typed = useSignal('');
  const locked = state.locked.value;
  const add = (file: boolean) => {
    const text = typed.peek().trim();
    if (text === '') return;
    change({ kind: 'addItem', path, value: file ? { file: text } : text });
    typed.value = '';
  };
  return (
    <div class="list">
      {control.items.length > 0 && (
        <ul aria-label={label}>
          {control.items.map((item, index) => (
            <li key={index}>
              {item.file && 'words of '}
              <HostileText text={item.text} />
              <button
                type="button"
                class="icon"
                disabled={locked}
                aria-label={`Remove ${item.text}`}
                onClick={() => change({ kind: 'removeItem', path, index })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="line"
        onSubmit={event => {
          event.preventDefault();
          add(false);
        }}
      >
        <input
          type="text"
          aria-label={`Add to ${label}`}
          disabled={locked}
          value={typed.value}
          onInput={event => (typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="secondary" disabled={locked}>
          Add
        </button>
        {control.files && (
          <button type="button" class="secondary" disabled={locked} onClick={() => add(true)}>
            Add as file
          </button>
        )}
      </form>
    </div>
  );
}

function Modes({ setting, control }: { setting: FormSetting; control: Extract<FormControl, { kind: 'modes' }> }) {
  const { path, label } = setting;
  const typed = useSignal('');
  const locked = state.locked.value;
  const set = (key: string, value: string | null) => change({ kind: 'setSetting', path: [...path, key], value });
  return (
    <div class="list">
      {control.entries.map(({ key, value }) => (
        <div class="line" key={key}>
          <span class="attribute">
            <HostileText text={key} />
          </span>
          <Choice value={value} choices={control.choices} label={`${label}: ${key}`} commit={mode => set(key, mode)} />
          <button
            type="button"
            class="icon"
            disabled={locked}
            aria-label={`Remove ${key}`}
            onClick={() => set(key, null)}
          >
            ✕
          </button>
        </div>
      ))}
      <form
        class="line"
        onSubmit={event => {
          event.preventDefault();
          const key = typed.peek().trim();
          if (key !== '') set(key, control.choices[0] ?? 'surgical');
          typed.value = '';
        }}
      >
        <input
          type="text"
          aria-label={`Add to ${label}`}
          placeholder="default, PatientComments, private:LT"
          disabled={locked}
          value={typed.value}
          onInput={event => (typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="secondary" disabled={locked}>
          Add
        </button>
      </form>
    </div>
  );
}
