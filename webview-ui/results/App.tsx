import { ChangesPane } from './ChangesPane';
import { CheckTable } from './CheckTable';
import { FilesPane } from './FilesPane';
import { Header } from './Header';
import { setTab } from './model';
import { Overview } from './Overview';
import * as state from './state';
import { VerifyPane } from './VerifyPane';

/** The whole page: what the run was, then tabs with figures, discrepancies, findings of verify and files. */
export function App() {
  const overview = state.overview.value;
  if (state.failure.value !== undefined)
    return (
      <p class="empty" role="alert">
        {state.failure.value}
      </p>
    );
  if (!overview)
    return (
      <p class="empty" role="status">
        Reading the run…
      </p>
    );
  const tabs: [state.Tab, string][] = [
    ['overview', 'Overview'],
    ...(overview.discrepancies > 0 || overview.score
      ? [['table', `Discrepancies (${overview.discrepancies.toLocaleString('en-US')})`] as [state.Tab, string]]
      : []),
    ...(overview.score ? [['changes', 'Changes'] as [state.Tab, string]] : []),
    ...(overview.verify ? [['verify', 'Verify'] as [state.Tab, string]] : []),
    ...(overview.notWrittenTotal > 0
      ? [['files', `Without output (${overview.notWrittenTotal.toLocaleString('en-US')})`] as [state.Tab, string]]
      : []),
  ];
  const current = tabs.some(([id]) => id === state.tab.value) ? state.tab.value : 'overview';
  return (
    <div class="app">
      <Header overview={overview} />
      <div class="tabs" role="tablist" aria-label="Results" onKeyDown={event => moveTab(event, tabs, current)}>
        {tabs.map(([id, title]) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === current}
            aria-controls="panel"
            tabIndex={id === current ? 0 : -1}
            onClick={() => setTab(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div id="panel" class={`panel ${current}`} role="tabpanel" aria-labelledby={`tab-${current}`}>
        {current === 'overview' && <Overview overview={overview} />}
        {current === 'table' && (
          <CheckTable
            table={state.discrepancies}
            title="Discrepancies"
            none="Every check passed."
            example="action:text_retained tag:0018 -modality:SR"
          />
        )}
        {current === 'changes' && <ChangesPane />}
        {current === 'verify' && <VerifyPane overview={overview} />}
        {current === 'files' && <FilesPane overview={overview} />}
      </div>
      <p class="status" role="status">
        {state.notice.value}
      </p>
    </div>
  );
}

/** Arrow keys move between tabs. */
function moveTab(event: KeyboardEvent, tabs: readonly [state.Tab, string][], current: state.Tab): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const at = tabs.findIndex(([id]) => id === current);
  const next = tabs[(at + step + tabs.length) % tabs.length]?.[0];
  if (!next) return;
  setTab(next);
  document.getElementById(`tab-${next}`)?.focus();
}
