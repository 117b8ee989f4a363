import type { ResultsOverview } from '../../src/protocol/results';
import { showOnly } from './model';

/** What `verify` checked; findings are rows of the table of discrepancies. */
export function VerifyPane({ overview }: { overview: ResultsOverview }) {
  return (
    <table class="plain">
      <caption class="hidden">Checks of verify</caption>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Files</th>
          <th scope="col">Failed</th>
        </tr>
      </thead>
      <tbody>
        {(overview.verify ?? []).map(({ check, checked, failed }) => (
          <tr key={check}>
            <th scope="row">
              {failed > 0 ? (
                <button type="button" class="link" onClick={() => showOnly(`name:"${check}"`)}>
                  {check}
                </button>
              ) : (
                check
              )}
            </th>
            <td>{checked.toLocaleString('en-US')}</td>
            <td>{failed > 0 ? <b class="worse">{failed.toLocaleString('en-US')}</b> : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
