import { useSignal } from '@preact/signals';
import type { ProfileChoice } from '../../src/protocol/headerViewer';
import { parseFilter } from '../../src/protocol/filter';
import { useEffect, useRef } from 'preact/hooks';
import { ColumnsMenu } from './ColumnsMenu';
import { attempt, goTo, goToMatch, host, refresh, setFilter } from './model';
import * as state from './state';

const HELP = `Filter, for example: vr:PN group:0010 private:true "smith" -empty:true length:>100 status:removed`;

/** Filter, go to, profile, comparison and export. */
export function Toolbar() {
  return (
    <div class="toolbar" role="toolbar" aria-label="DICOM header">
      <FilterField />
      <button type="button" class="icon" title="Previous match (Shift+F3)" onClick={() => void goToMatch(true)}>
        ↑
      </button>
      <button type="button" class="icon" title="Next match (F3)" onClick={() => void goToMatch(false)}>
        ↓
      </button>
      <GoToField />
      <button
        type="button"
        class="secondary"
        aria-pressed={state.expandAll.value}
        title="Expand or collapse all sequences"
        onClick={toggleAll}
      >
        {state.expandAll.value ? 'Collapse all' : 'Expand all'}
      </button>
      <ProfilePicker />
      <CompareButton />
      <ExportMenu />
      <ColumnsMenu />
    </div>
  );
}

function FilterField() {
  const problems = parseFilter(state.filter.value).problems;
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onInput = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter(value), 150);
  };
  // The field keeps what is being typed; it follows the state only when something else changes the filter.
  const filter = state.filter.value;
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = filter;
  }, [filter]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void goToMatch(event.shiftKey);
    if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('#tree')?.focus();
  };
  return (
    <span class="field grow">
      <input
        id="filter"
        type="text"
        spellcheck={false}
        placeholder="Filter: vr:PN group:0010 private:true text"
        aria-label="Filter"
        aria-invalid={problems.length > 0}
        aria-describedby="filter-status"
        title={problems[0] ?? HELP}
        ref={field}
        defaultValue={state.filter.peek()}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <span id="filter-status" class={problems.length ? 'hint bad' : 'hint'} role="status">
        {problems[0] ?? (state.filter.value ? `${state.matchCount.value} found` : '')}
      </span>
    </span>
  );
}

function GoToField() {
  return (
    <input
      id="goto"
      type="text"
      class="short"
      spellcheck={false}
      placeholder="Go to tag"
      aria-label="Go to tag, keyword or path"
      title="Tag, keyword or path (Ctrl+G), for example 0010,0010 or PatientName"
      onKeyDown={event => {
        if (event.key !== 'Enter') return;
        const field = event.currentTarget;
        void attempt(async () => {
          if ((await goTo(field.value.trim())) >= 0) document.querySelector<HTMLElement>('#tree')?.focus();
        });
      }}
    />
  );
}

function toggleAll(): void {
  state.expandAll.value = !state.expandAll.peek();
  state.expanded.value = [];
  void refresh();
}

function ProfilePicker() {
  const choices = useSignal<readonly ProfileChoice[]>([]);
  useEffect(() => {
    void attempt(async () => {
      choices.value = await host.call('profiles', null);
    });
  }, []);
  if (choices.value.length === 0) return null;
  return (
    <select
      aria-label="Profile whose effect is shown"
      title="Shows what a profile does to every element"
      value={state.profile.value}
      onChange={event => {
        state.profile.value = event.currentTarget.value;
        void refresh();
      }}
    >
      <option value="">No profile</option>
      {choices.value.map(choice => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

const DIFFERENT = 'change:changed,added,removed';

function CompareButton() {
  const comparing = state.comparedWith.value !== '';
  const toggle = () =>
    attempt(async () => {
      if (comparing) {
        await host.call('stopComparing', null);
        state.comparedWith.value = '';
        await refresh();
      } else {
        await host.call('chooseOther', null);
      }
    });
  return (
    <>
      {comparing && (
        <button
          type="button"
          class="secondary"
          aria-pressed={state.filter.value === DIFFERENT}
          onClick={() => setFilter(state.filter.value === DIFFERENT ? '' : DIFFERENT)}
        >
          Only differences
        </button>
      )}
      <button type="button" class="secondary" aria-pressed={comparing} onClick={() => void toggle()}>
        {comparing ? 'Stop comparing' : 'Compare…'}
      </button>
    </>
  );
}

function ExportMenu() {
  return (
    <select
      aria-label="Export the rows that are shown"
      title="Exports the rows that are shown"
      value=""
      onChange={event => {
        const format = event.currentTarget.value;
        event.currentTarget.value = '';
        if (format !== 'json' && format !== 'csv') return;
        void attempt(async () => {
          await host.call('exportFile', { query: state.query.peek(), format });
        });
      }}
    >
      <option value="">Export…</option>
      <option value="json">DICOM JSON</option>
      <option value="csv">CSV</option>
    </select>
  );
}
