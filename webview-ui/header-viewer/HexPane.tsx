import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HexPage } from '../../src/protocol/headerViewer';
import { HEX_PAGE } from '../../src/protocol/headerViewer';
import { hexLines } from './hexLines';
import { attempt, host } from './model';
import * as state from './state';

/** Bytes of the active row's value, a page at a time. */
export function HexPane() {
  const row = state.activeRow.value;
  const page = useSignal<HexPage | undefined>(undefined);
  const offset = useSignal(0);
  const load = (id: number, from: number) =>
    attempt(async () => {
      offset.value = from;
      page.value = await host.call('hex', { id, offset: from });
    });
  useEffect(() => {
    page.value = undefined;
    if (row) void load(row.id, 0);
  }, [row?.id, state.summary.value]);

  if (!row) return <p class="described">Choose a row to see its bytes.</p>;
  if (!page.value) return <p class="described">Reading…</p>;
  const { length } = page.value;
  if (length === 0) return <p class="described">The value is empty.</p>;
  const last = offset.value + page.value.bytes.length;
  return (
    <>
      <p class="pager">
        <button
          type="button"
          disabled={offset.value === 0}
          onClick={() => void load(row.id, Math.max(0, offset.value - HEX_PAGE))}
        >
          Back
        </button>
        <span>{`${offset.value}–${last - 1} of ${length} bytes`}</span>
        <button type="button" disabled={last >= length} onClick={() => void load(row.id, offset.value + HEX_PAGE)}>
          On
        </button>
      </p>
      <pre class="hex" tabIndex={0} aria-label="Bytes of the value">
        {hexLines(page.value.bytes, offset.value).join('\n')}
      </pre>
    </>
  );
}
