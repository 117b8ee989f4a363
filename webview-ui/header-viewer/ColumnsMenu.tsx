import { useRef } from 'preact/hooks';
import { WIDTHS, availableColumns, withShown, withWidth } from './columns';
import { saveColumns } from './model';
import * as state from './state';

/** Which columns are shown and how wide they are, for the keyboard too. */
export function ColumnsMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const settings = state.columnSettings.value;
  const columns = availableColumns(state.profile.value !== '', state.comparedWith.value !== '');
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onFocusOut={event => {
        if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) close();
      }}
    >
      <summary class="button secondary">Columns</summary>
      <div class="menu-content" role="group" aria-label="Columns">
        {columns.map(({ id, title }) => (
          <div key={id} class="menu-row">
            <label>
              <input
                type="checkbox"
                checked={id === 'tag' || !settings.hidden.includes(id)}
                disabled={id === 'tag'}
                onChange={event => saveColumns(withShown(settings, id, event.currentTarget.checked))}
              />
              {title}
            </label>
            <input
              type="number"
              min={WIDTHS.least}
              max={WIDTHS.most}
              step={10}
              placeholder="auto"
              aria-label={`Width of ${title} in pixels`}
              value={settings.widths[id] ?? ''}
              onInput={event => {
                const text = event.currentTarget.value;
                // What is half typed is not a width yet.
                if (text !== '' && Number(text) < WIDTHS.least) return;
                saveColumns(withWidth(settings, id, text === '' ? undefined : Number(text)));
              }}
            />
          </div>
        ))}
        <button type="button" class="secondary" onClick={() => saveColumns({ widths: {}, hidden: [] })}>
          As at first
        </button>
      </div>
    </details>
  );
}
