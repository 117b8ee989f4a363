import { HexPane } from './HexPane';
import { ImagePane } from './ImagePane';
import { ValuePane } from './ValuePane';
import { persistSoon } from './model';
import type { Pane } from './state';
import * as state from './state';

const TABS: readonly { readonly id: Pane; readonly label: string }[] = [
  { id: 'image', label: 'Image' },
  { id: 'value', label: 'Value' },
  { id: 'hex', label: 'Hex' },
];

/** What is known about the active row, or the image. */
export function SidePane() {
  const tabs = TABS.filter(tab => tab.id !== 'image' || state.summary.value?.image);
  const current = tabs.some(tab => tab.id === state.pane.value) ? state.pane.value : 'value';
  const choose = (id: Pane) => {
    state.pane.value = id;
    persistSoon();
  };
  return (
    <aside class="side" style={{ width: `${state.paneWidth.value}px` }} aria-label="Details">
      <div class="tabs" role="tablist" aria-label="Details">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={current === tab.id}
            aria-controls="side-panel"
            tabIndex={current === tab.id ? 0 : -1}
            onClick={() => choose(tab.id)}
            onKeyDown={event => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = tabs[(index + step + tabs.length) % tabs.length];
              if (step === 0 || !next) return;
              choose(next.id);
              document.getElementById(`tab-${next.id}`)?.focus();
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id="side-panel" class="side-panel" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {current === 'image' && <ImagePane />}
        {current === 'value' && <ValuePane />}
        {current === 'hex' && <HexPane />}
      </div>
    </aside>
  );
}
