import type { ResultsCommand, ResultsOverview, RunRecord } from '../../src/protocol/results';
import { signed } from '../charts/share';
import { command, openPlace } from './model';

const KINDS: Readonly<Record<RunRecord['kind'], string>> = {
  anonymize: 'De-identification',
  score: 'Score',
  benchmark: 'Benchmark',
  verify: 'Verification',
  synth: 'New benchmark',
};

/** What the run was and how it ended; what can be done next; the files it left. */
export function Header({ overview }: { overview: ResultsOverview }) {
  const { run, score, previous, profileLabel } = overview;
  const change = score && previous ? signed((score.fraction - previous.fraction) * 100) : '';
  return (
    <header class="header">
      <div class="headline">
        <h1>{KINDS[run.kind]}</h1>
        {score && (
          <p class="score">
            {score.text.replace('%', ' %')}{' '}
            {change !== '' && <span class={change.startsWith('+') ? 'better' : 'worse'}>{change}</span>}
          </p>
        )}
        {run.kind === 'verify' && <p class="score">{run.figures?.findings ?? '0'} findings</p>}
      </div>
      <p class="soft">
        {[profileLabel, whenOf(run), `${run.seconds.toFixed(1)} s`, filesOf(run)]
          .filter(part => part !== '')
          .join(' · ')}
      </p>
      <StateLine run={run} />
      <div class="buttons">
        {buttonsOf(overview).map(([id, title]) => (
          <button key={id} type="button" class="secondary" onClick={() => void command(id)}>
            {title}
          </button>
        ))}
      </div>
      <Places overview={overview} />
    </header>
  );
}

function whenOf({ started }: RunRecord): string {
  const date = new Date(started);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString();
}

function filesOf({ files }: RunRecord): string {
  if (!files) return '';
  const parts = [`${files.written.toLocaleString('en-US')} files`];
  if (files.quarantined > 0) parts.push(`${files.quarantined} quarantined`);
  if (files.notDicom > 0) parts.push(`${files.notDicom} not DICOM`);
  if (files.skipped > 0) parts.push(`${files.skipped} skipped`);
  return parts.join(', ');
}

function StateLine({ run }: { run: RunRecord }) {
  switch (run.state) {
    case 'done':
      return null;
    case 'failed':
      return (
        <p class="state" role="alert">
          This run failed: {run.message ?? 'no reason is known.'} What is there is partial.
        </p>
      );
    case 'cancelled':
      return (
        <p class="state" role="alert">
          This run was cancelled before its end: results are partial. Resume goes on where it stopped.
        </p>
      );
    case 'running':
      return (
        <p class="state" role="alert">
          This run did not come to its end: results are partial.
        </p>
      );
  }
}

function buttonsOf({ run, discrepancies, score }: ResultsOverview): [ResultsCommand, string][] {
  const buttons: [ResultsCommand, string][] = [];
  if (run.state !== 'done') buttons.push(['resume', 'Resume']);
  buttons.push(['rerun', 'Run again']);
  if (score && discrepancies > 0 && run.paths.input !== undefined && run.paths.key !== undefined)
    buttons.push(['rerunAffected', 'Affected files only']);
  if (score) buttons.push(['compare', 'Compare…']);
  if (run.paths.output !== undefined && run.kind !== 'verify') buttons.push(['verify', 'Verify']);
  if (run.kind === 'anonymize') buttons.push(['score', 'Score…']);
  buttons.push(['showLog', 'Log']);
  return buttons;
}

function Places({ overview }: { overview: ResultsOverview }) {
  if (overview.places.length === 0) return null;
  return (
    <ul class="places" aria-label="Files of this run">
      {overview.places.map(({ id, label }) => (
        <li key={id}>
          <button type="button" class="link" onClick={() => void openPlace(id, 'open')}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
