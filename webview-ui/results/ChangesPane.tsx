import type { ChangesOverview } from '../../src/protocol/results';
import { ChangeChart } from '../charts/ChangeChart';
import { CheckTable } from './CheckTable';
import { command, setFilter } from './model';
import * as state from './state';

/** What changed since another run: figures by category, and every check that passes in one of them only. */
export function ChangesPane() {
  const changes = state.changes.value;
  if (changes === undefined)
    return (
      <p class="empty" role="status">
        Comparing the runs…
      </p>
    );
  if (changes === null)
    return (
      <p class="empty">
        There is no other scored run of this benchmark yet. Change the profile and run again: what got better or worse
        is shown here.
      </p>
    );
  return (
    <div class="changes-pane">
      <Summary changes={changes} />
      {changes.better + changes.worse > 0 && (
        <CheckTable
          table={state.changed}
          title="Changes"
          none="Nothing changed."
          example="outcome:worse tag:0008,103e category:hipaa"
        />
      )}
    </div>
  );
}

function Summary({ changes }: { changes: ChangesOverview }) {
  const { label, text, common, better, worse, categories } = changes;
  return (
    <section class="changes-summary" aria-label="Comparison">
      <p>
        Since {label} ({text.replace('%', ' %')}):{' '}
        {common === 0 ? (
          'the two runs have no check in common; they were scored with different answer keys.'
        ) : better + worse === 0 ? (
          `nothing changed. All ${common.toLocaleString('en-US')} checks end as they did.`
        ) : (
          <>
            <b>{better.toLocaleString('en-US')} checks pass that did not</b>,{' '}
            <b class={worse > 0 ? 'worse' : undefined}>
              {worse === 0 ? 'none fails that passed' : `${worse.toLocaleString('en-US')} fail that passed`}
            </b>
            , of {common.toLocaleString('en-US')} in both.
          </>
        )}{' '}
        <button type="button" class="link" onClick={() => void command('compare')}>
          Compare with another run…
        </button>{' '}
        <button type="button" class="link" onClick={() => void command('comparePage')}>
          As a page…
        </button>
      </p>
      <ChangeChart figures={categories} onPick={label => setFilter(state.changed, `category:"${label}"`)} />
    </section>
  );
}
