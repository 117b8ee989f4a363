import { FailureView } from './FailureView';
import { SidePane } from './SidePane';
import { Splitter } from './Splitter';
import { StatusLine } from './StatusLine';
import { Toolbar } from './Toolbar';
import { TreeGrid } from './TreeGrid';
import { goToMatch } from './model';
import * as state from './state';

/** The whole page: toolbar, treegrid, side pane, status line. */
export function App() {
  if (state.failure.value !== undefined) return <FailureView message={state.failure.value} />;
  if (!state.summary.value)
    return (
      <p class="loading" role="status">
        Opening…
      </p>
    );
  return (
    <div class="app" onKeyDown={onShortcut}>
      <Toolbar />
      <div class="split">
        <TreeGrid />
        {state.pane.value !== 'none' && (
          <>
            <Splitter />
            <SidePane />
          </>
        )}
      </div>
      <StatusLine />
    </div>
  );
}

/** Keys that work wherever the focus is. */
function onShortcut(event: KeyboardEvent): void {
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.shiftKey && event.key.toLowerCase() === 'f') focusField('#filter', event);
  else if (control && event.key.toLowerCase() === 'g') focusField('#goto', event);
  else if (event.key === 'F3') {
    event.preventDefault();
    void goToMatch(event.shiftKey);
  }
}

function focusField(selector: string, event: KeyboardEvent): void {
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
}
