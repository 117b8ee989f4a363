import { useSignal } from '@preact/signals';
import type { ResultFigure } from '../../src/protocol/results';
import { byFaults, changeOf, percentOf, totalOf } from './share';

const ROW = 20;
const WIDTH = 300;

/** Shares of passed, failed and undecided checks as bars, or the same as a table. A label can be clicked to filter. */
export function FigureChart(props: {
  title: string;
  figures: readonly ResultFigure[];
  onPick: (label: string) => void;
}) {
  const asTable = useSignal(false);
  const figures = byFaults(props.figures);
  if (figures.length === 0) return null;
  return (
    <section class="figure" aria-label={props.title}>
      <h2>
        {props.title}
        <button
          type="button"
          class="link"
          aria-pressed={asTable.value}
          aria-label={`${props.title} as a table`}
          onClick={() => (asTable.value = !asTable.value)}
        >
          {asTable.value ? 'chart' : 'table'}
        </button>
      </h2>
      {asTable.value ? <FigureTable title={props.title} figures={figures} /> : <Bars {...props} figures={figures} />}
    </section>
  );
}

function Bars({ figures, onPick }: { figures: readonly ResultFigure[]; onPick: (label: string) => void }) {
  return (
    <ul class="bars">
      {figures.map(figure => (
        <li key={figure.label}>
          <button
            type="button"
            class="bar-label link"
            title={`Show discrepancies of ${figure.label}`}
            onClick={() => onPick(figure.label)}
          >
            {figure.label || '(none)'}
          </button>
          <Bar figure={figure} />
          <span class="bar-text">
            {percentOf(figure)}
            {figure.fail + figure.blank > 0 && <b> {figure.fail + figure.blank} not passed</b>}{' '}
            <Change now={figure} before={figure.before} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Bar({ figure }: { figure: ResultFigure }) {
  const all = totalOf(figure) || 1;
  const pass = (figure.pass / all) * WIDTH;
  // What failed must be seen however little it is.
  const fail = figure.fail > 0 ? Math.max(3, (figure.fail / all) * WIDTH) : 0;
  const blank = figure.blank > 0 ? Math.max(3, (figure.blank / all) * WIDTH) : 0;
  const green = Math.max(0, Math.min(pass, WIDTH - fail - blank));
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} ${ROW}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-pass" x="0" y="4" width={green} height={ROW - 8} />
      <rect class="bar-fail" x={green} y="4" width={fail} height={ROW - 8} />
      <rect class="bar-blank" x={green + fail} y="4" width={blank} height={ROW - 8} />
    </svg>
  );
}

/** The change since the run before; the sign says it, the colour only repeats it. */
export function Change({ now, before }: { now: ResultFigure; before: ResultFigure['before'] }) {
  const text = changeOf(now, before);
  return text === '' ? null : <span class={text.startsWith('+') ? 'better' : 'worse'}>{text}</span>;
}

function FigureTable({ title, figures }: { title: string; figures: readonly ResultFigure[] }) {
  return (
    <table class="plain">
      <caption class="hidden">{title}, in numbers</caption>
      <thead>
        <tr>
          <th scope="col">{title.replace(/^By /, '')}</th>
          <th scope="col">Passed</th>
          <th scope="col">Failed</th>
          <th scope="col">Undecided</th>
          <th scope="col">Score</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(figure => (
          <tr key={figure.label}>
            <th scope="row">{figure.label || '(none)'}</th>
            <td>{figure.pass.toLocaleString('en-US')}</td>
            <td>{figure.fail.toLocaleString('en-US')}</td>
            <td>{figure.blank.toLocaleString('en-US')}</td>
            <td>{percentOf(figure)}</td>
            <td>{changeOf(figure, figure.before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
