import { setFilter } from './model';
import * as state from './state';

/** One line of facts about the file, and the last thing that happened. */
export function StatusLine() {
  const summary = state.summary.value;
  if (!summary) return null;
  const { transferSyntax, sopClass, problems } = summary;
  const damage = problems.filter(problem => problem.severity === 'damage').length;
  return (
    <footer class="status">
      <span>{sopClass.name || sopClass.uid || 'no SOP Class'}</span>
      <span title={transferSyntax.uid}>
        {transferSyntax.name || transferSyntax.uid}
        {!transferSyntax.declared && ' (not declared, found by looking)'}
      </span>
      <span>{bytesText(summary.size)}</span>
      <span>{`${summary.rowCount.toLocaleString('en')} elements and items`}</span>
      {!summary.hasPreamble && <span>no preamble</span>}
      {problems.length > 0 && (
        <button type="button" class="link" onClick={() => setFilter('problem:true')}>
          {damage
            ? `${damage} damaged place${damage > 1 ? 's' : ''}`
            : `${problems.length} note${problems.length > 1 ? 's' : ''}`}
        </button>
      )}
      {state.comparedWith.value && <span>{`compared with ${state.comparedWith.value}`}</span>}
      <span class="notice" role="status">
        {state.notice.value}
      </span>
    </footer>
  );
}

function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}
