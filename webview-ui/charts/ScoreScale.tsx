import { useSignal } from '@preact/signals';
import type { ResultsOverview } from '../../src/protocol/results';

const WIDTH = 640;

/** Left end of the scale in per cent: a round figure below everything shown, so that differences near 100 can be seen. */
export function scaleStart(values: readonly number[]): number {
  const lowest = Math.min(...values);
  for (const start of [95, 90, 80, 50]) if (lowest >= start) return start;
  return 0;
}

/** This score, the one before, and the published range of another data set on one scale; or as a table. */
export function ScoreScale({ overview }: { overview: ResultsOverview }) {
  const asTable = useSignal(false);
  const { score, previous, published } = overview;
  if (!score) return null;
  const now = score.fraction * 100;
  const before = previous && previous.fraction * 100;
  const start = scaleStart([now, published.lowest, ...(before === undefined ? [] : [before])]);
  const x = (value: number) => ((value - start) / (100 - start)) * WIDTH;
  const rows: [string, string][] = [
    ['This run', score.text],
    ...(previous ? [[`Run before (${previous.label})`, previous.text] as [string, string]] : []),
    [`${published.label}: ${published.note}`, `${published.lowest} % to ${published.highest} %`],
  ];
  return (
    <div class="scale">
      {asTable.value ? (
        <table class="plain">
          <caption class="hidden">Scores</caption>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <svg viewBox={`-10 0 ${WIDTH + 20} 62`} role="img" aria-label={rows.map(row => row.join(': ')).join('; ')}>
          <line class="axis" x1="0" y1="32" x2={WIDTH} y2="32" />
          <rect
            class="published"
            x={x(published.lowest)}
            y="24"
            width={x(published.highest) - x(published.lowest)}
            height="16"
          />
          <text x="0" y="56">
            {start} %
          </text>
          <text x={WIDTH} y="56" text-anchor="end">
            100 %
          </text>
          <text class="soft" x={WIDTH - 56} y="56" text-anchor="end">
            challenge (other data)
          </text>
          {before !== undefined && <path class="mark-before" d={`M${x(before)} 20 l-6 -10 h12 z`} />}
          <path class="mark-now" d={`M${x(now)} 14 v32`} />
        </svg>
      )}
      <button
        type="button"
        class="link"
        aria-pressed={asTable.value}
        aria-label="Scores as a table"
        onClick={() => (asTable.value = !asTable.value)}
      >
        {asTable.value ? 'chart' : 'table'}
      </button>
    </div>
  );
}
