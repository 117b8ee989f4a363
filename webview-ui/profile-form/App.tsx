import { DiagnosticList } from './Diagnostics';
import { reopenAsText, showInText } from './model';
import { OptionsPane } from './OptionsPane';
import { PixelsPane } from './PixelsPane';
import { RulesPane } from './RulesPane';
import { SettingsPane } from './SettingsPane';
import * as state from './state';
import { HostileText } from '../components/HostileText';

const TITLES: Readonly<Record<state.Tab, string>> = {
  options: 'Options',
  rules: 'Rules',
  settings: 'Settings',
  pixels: 'Pixels and files',
  problems: 'Problems',
};

/** The whole form: what is wrong, tabs, the chosen pane, a status line. */
export function App() {
  const form = state.form.value;
  if (!form)
    return (
      <p class="loading" role="status">
        {state.notice.value || 'Opening…'}
      </p>
    );
  const { locked, model } = form;
  const fault = locked ? { ...locked, end: locked.start } : undefined;
  return (
    <div class="app">
      {fault && (
        <div class="banner" role="alert">
          <HostileText text={fault.message} /> {model && 'The form shows the last version that could be read. '}
          <button type="button" onClick={() => showInText(fault)}>
            Show in the text
          </button>
        </div>
      )}
      {model ? (
        <>
          <header class="title">
            <h1>
              <HostileText text={model.name || 'Unnamed profile'} />
            </h1>
            <button type="button" class="secondary" onClick={reopenAsText}>
              Open as text
            </button>
          </header>
          <Tabs />
          <section class="pane" id="pane" role="tabpanel" aria-labelledby={`tab-${state.tab.value}`}>
            <Pane />
          </section>
        </>
      ) : (
        <p class="empty">This file cannot be shown as a form.</p>
      )}
      <div class="status" role="status">
        {state.notice.value}
      </div>
    </div>
  );
}

function Pane() {
  switch (state.tab.value) {
    case 'options':
      return <OptionsPane />;
    case 'rules':
      return <RulesPane />;
    case 'settings':
      return <SettingsPane />;
    case 'pixels':
      return <PixelsPane />;
    case 'problems':
      return <Problems />;
  }
}

function Tabs() {
  const model = state.model.value;
  const problems = state.form.value?.diagnostics.length ?? 0;
  const counts: Readonly<Partial<Record<state.Tab, number>>> = {
    options: model?.options.filter(option => option.active).length ?? 0,
    rules: model?.rules.length ?? 0,
    problems,
  };
  return (
    <div class="tabs" role="tablist" aria-label="Parts of the profile" onKeyDown={onTabKey}>
      {state.TABS.map(name => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={state.tab.value === name}
          aria-controls="pane"
          tabIndex={state.tab.value === name ? 0 : -1}
          onClick={() => (state.tab.value = name)}
        >
          {TITLES[name]}
          {counts[name] !== undefined && <span class="count"> {counts[name]}</span>}
        </button>
      ))}
    </div>
  );
}

function onTabKey(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const { TABS } = state;
  const next = TABS[(TABS.indexOf(state.tab.peek()) + step + TABS.length) % TABS.length] ?? 'options';
  state.tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}

function Problems() {
  const items = state.form.value?.diagnostics ?? [];
  return items.length > 0 ? (
    <div class="scroll">
      <DiagnosticList items={items} label="Problems" />
    </div>
  ) : (
    <p class="empty">Nothing to report.</p>
  );
}
