import { useSignal } from '@preact/signals';
import type { ChangeFigure } from '../../src/protocol/results';

const HALF = 150;
const ROW = 20;

/** Checks that got worse to the left and better to the right of a middle line, by category; or the same as a table. */
export function ChangeChart(props: { figures: readonly ChangeFigure[]; onPick: (label: string) => void }) {
  const asTable = useSignal(false);
  if (props.figures.length === 0) return null;
  return (
    <section class="figure" aria-label="Changes by category">
      <h2>
        By category
        <button
          type="button"
          class="link"
          aria-pressed={asTable.value}
          aria-label="Changes by category as a table"
          onClick={() => (asTable.value = !asTable.value)}
        >
          {asTable.value ? 'chart' : 'table'}
        </button>
      </h2>
      {asTable.value ? <ChangeTable {...props} /> : <Bars {...props} />}
    </section>
  );
}

function Bars({ figures, onPick }: { figures: readonly ChangeFigure[]; onPick: (label: string) => void }) {
  const most = Math.max(...figures.map(({ better, worse }) => Math.max(better, worse)));
  // Little must be seen too.
  const width = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * HALF));
  return (
    <ul class="bars changes">
      {figures.map(({ label, better, worse }) => (
        <li key={label}>
          <button
            type="button"
            class="bar-label link"
            title={`Show changes of ${label || 'no category'}`}
            onClick={() => onPick(label)}
          >
            {label || '(none)'}
          </button>
          <svg class="bar" viewBox={`0 0 ${2 * HALF} ${ROW}`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-fail" x={HALF - width(worse)} y="4" width={width(worse)} height={ROW - 8} />
            <rect class="bar-pass" x={HALF} y="4" width={width(better)} height={ROW - 8} />
            <line class="axis" x1={HALF} y1="0" x2={HALF} y2={ROW} />
          </svg>
          <span class="bar-text">
            {better > 0 && <span class="better">+{better.toLocaleString('en-US')}</span>}{' '}
            {worse > 0 && <span class="worse">−{worse.toLocaleString('en-US')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ChangeTable({ figures }: { figures: readonly ChangeFigure[] }) {
  return (
    <table class="plain">
      <caption class="hidden">Changes by category, in numbers</caption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">Better</th>
          <th scope="col">Worse</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, better, worse }) => (
          <tr key={label}>
            <th scope="row">{label || '(none)'}</th>
            <td>{better.toLocaleString('en-US')}</td>
            <td>{worse.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
