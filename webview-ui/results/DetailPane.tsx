import { HostileText } from '../components/HostileText';
import { openElement, openRule } from './model';
import type { TableState } from './tableState';

/** The active row in full, and where to go from it. */
export function DetailPane({ table }: { table: TableState }) {
  const row = table.activeCheck.value;
  if (!row)
    return (
      <section class="detail soft" aria-label="Details">
        Choose a row: Enter opens the element before and after, Shift+Enter the rule.
      </section>
    );
  const fields: [string, string][] = [
    ['Before', row.before],
    [table.id === 'changes' ? 'Other run' : 'Expected', row.expected],
    [table.id === 'changes' ? 'This run' : 'After', row.absent && row.outcome !== 'finding' ? '' : row.after],
  ];
  return (
    <section class="detail" aria-label="Details">
      <div class="buttons">
        <button type="button" onClick={() => void openElement(row.id, table.id)}>
          Open element
        </button>
        <button
          type="button"
          class="secondary"
          disabled={!row.hasOrigin}
          onClick={() => void openRule(row.id, table.id)}
        >
          Open rule
        </button>
        <span class="soft">{[row.category, row.rule].filter(text => text !== '').join(' · ')}</span>
      </div>
      <dl>
        {fields.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value === '' ? <i class="soft">nothing</i> : <HostileText text={value} lines />}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
