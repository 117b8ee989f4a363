import type { ResultsOverview } from '../../src/protocol/results';
import { FigureChart } from '../charts/FigureChart';
import { ScoreScale } from '../charts/ScoreScale';
import { showOnly } from './model';

/** Figures of the run. */
export function Overview({ overview }: { overview: ResultsOverview }) {
  const { score, published, previous, warnings } = overview;
  if (!score)
    return (
      <p class="empty">
        {overview.run.kind === 'anonymize'
          ? 'The files are de-identified. Verify looks for what was left; Score needs an answer key.'
          : overview.run.kind === 'synth'
            ? 'The benchmark is made: de-identify its folder “input”, then score the output against its key.'
            : overview.verify
              ? 'The tab Verify has what was checked.'
              : 'There is no report yet.'}
      </p>
    );
  return (
    <>
      <p>
        {score.pass.toLocaleString('en-US')} checks passed, {score.fail.toLocaleString('en-US')} failed,{' '}
        {score.blank.toLocaleString('en-US')} undecided (they count as not passed).
        {previous && ` The run before (${previous.label}) had ${previous.text.replace('%', ' %')}.`}
      </p>
      <ScoreScale overview={overview} />
      <p class="soft">
        For orientation: {published.label} had {published.lowest} % to {published.highest} %, {published.note}.
      </p>
      {warnings.length > 0 && (
        <ul class="warnings">
          {warnings.map(warning => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div class="charts">
        <FigureChart
          title="By category"
          figures={overview.categories}
          onPick={label => showOnly(`category:"${label}"`)}
        />
        <FigureChart title="By action" figures={overview.actions} onPick={label => showOnly(`action:"${label}"`)} />
        <FigureChart
          title="By modality"
          figures={overview.modalities}
          onPick={label => showOnly(`modality:"${label}"`)}
        />
        <FigureChart
          title="Worst attributes"
          figures={overview.worst}
          onPick={label => showOnly(`tag:"${/^\S+/.exec(label)?.[0] ?? label}"`)}
        />
      </div>
    </>
  );
}
