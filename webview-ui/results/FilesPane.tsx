import type { ResultsOverview } from '../../src/protocol/results';
import { HostileText } from '../components/HostileText';

/** Inputs that became no output, with the reason. */
export function FilesPane({ overview }: { overview: ResultsOverview }) {
  const { notWritten, notWrittenTotal } = overview;
  return (
    <>
      {notWrittenTotal > notWritten.length && (
        <p class="soft">
          The first {notWritten.length} of {notWrittenTotal.toLocaleString('en-US')}; not-written.csv of the run has
          all.
        </p>
      )}
      <table class="plain">
        <caption class="hidden">Inputs without output</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">What became of it</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {notWritten.map(({ file, state, reason }) => (
            <tr key={file}>
              <th scope="row">
                <HostileText text={file} />
              </th>
              <td>{state === 'notDicom' ? 'not DICOM' : state}</td>
              <td>
                <HostileText text={reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
