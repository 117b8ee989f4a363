import type { Signal } from '@preact/signals';
import type { TextBox, TextReport } from '../../src/protocol/headerViewer';
import { HostileText } from '../components/HostileText';
import { attempt, cancelTextSearch, findText, host } from './model';
import * as state from './state';

interface TextSearchProps {
  readonly frame: number;
  /** Index of the box that is pointed at; -1: none. */
  readonly pointed: Signal<number>;
  readonly shown: Signal<boolean>;
  go(frame: number): void;
}

/** Looks for burned-in text when asked, and lists the boxes with their reasons and what the profile does to them. */
export function TextSearch({ frame, pointed, shown, go }: TextSearchProps) {
  const search = state.textSearch.value;
  return (
    <section class="text-search" aria-label="Burned-in text">
      <div class="control">
        {search.state === 'running' ? (
          <>
            <progress
              aria-label="Looking for text"
              max={Math.max(1, search.total)}
              {...(search.total > 0 ? { value: search.done } : {})}
            />
            <span>
              {search.total > 0
                ? `Looking at frame ${Math.min(search.done + 1, search.total)} of ${search.total}`
                : 'Starting…'}
            </span>
            <button type="button" class="secondary" onClick={cancelTextSearch}>
              Cancel
            </button>
          </>
        ) : (
          <button type="button" class="secondary" onClick={() => void findText()}>
            {search.state === 'done' ? 'Look again' : 'Look for burned-in text'}
          </button>
        )}
        {search.state === 'done' && search.report.boxes.length > 0 && (
          <label>
            <input type="checkbox" checked={shown.value} onChange={() => (shown.value = !shown.value)} />
            <span>Boxes over the image</span>
          </label>
        )}
      </div>
      {search.state === 'failed' && (
        <p class="problem damage" role="alert">
          {search.message}
        </p>
      )}
      {search.state === 'done' && <Findings report={search.report} frame={frame} pointed={pointed} go={go} />}
    </section>
  );
}

interface FindingsProps {
  readonly report: TextReport;
  readonly frame: number;
  readonly pointed: Signal<number>;
  go(frame: number): void;
}

function Findings({ report, frame, pointed, go }: FindingsProps) {
  const { boxes } = report;
  const current = boxes[pointed.value];
  const hidden = boxes.filter(box => box.hidden).length;
  const counted = boxes.length === 1 ? '1 box' : `${boxes.length} boxes`;
  return (
    <>
      <p role="status">
        {boxes.length === 0 ? 'No text was found. ' : `${counted}, ${hidden} of them hidden by the profile. `}
        {report.summary}
        {report.looked < report.frames && ` Looked at ${report.looked} of ${report.frames} frames.`}
      </p>
      {boxes.length > 0 && (
        <p class="box-detail">
          {current
            ? `${placeOf(current)}, ${framesOf(current)}. ${current.reason} ${current.fate}`
            : 'Point at a box, or go through the list, to see why it was found and what the profile does to it.'}
        </p>
      )}
      {boxes.length > 0 && (
        <table class="box-table">
          <thead>
            <tr>
              <th scope="col">Box</th>
              <th scope="col">Found</th>
              <th scope="col">Read</th>
              <th scope="col">Hidden</th>
            </tr>
          </thead>
          <tbody>
            {boxes.map((box, index) => (
              <tr key={index} class={pointed.value === index ? 'pointed' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    aria-label={`Show box ${index + 1}: ${placeOf(box)}, ${framesOf(box)}. ${box.reason} ${box.fate}`}
                    onFocus={() => (pointed.value = index)}
                    onBlur={() => (pointed.value = -1)}
                    onPointerEnter={() => (pointed.value = index)}
                    onClick={() => {
                      pointed.value = index;
                      if (frame < box.frames[0] || frame >= box.frames[1]) go(box.frames[0]);
                    }}
                  >
                    {index + 1}
                  </button>
                </th>
                <td>{box.found === 'region' ? 'Region of the profile' : 'In the image'}</td>
                <td>
                  <HostileText text={box.text} />
                </td>
                <td>{box.hidden ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RegionLinks boxes={boxes} />
    </>
  );
}

/** One link for every region of the profile that applies. */
function RegionLinks({ boxes }: { boxes: readonly TextBox[] }) {
  const origins = new Map(
    boxes.flatMap(({ origin }) => (origin ? [[`${origin.profile} ${origin.start}`, origin]] : [])),
  );
  return (
    <>
      {[...origins.values()].map(origin => (
        <p key={`${origin.profile} ${origin.start}`}>
          <button
            type="button"
            class="link"
            onClick={() => void attempt(async () => void (await host.call('openOrigin', origin)))}
          >
            open the region in the profile
          </button>
        </p>
      ))}
    </>
  );
}

function placeOf({ x, y, width, height }: TextBox): string {
  return `${width} × ${height} pixels at ${x}, ${y}`;
}

function framesOf({ frames: [from, to] }: TextBox): string {
  return to - from === 1 ? `frame ${from + 1}` : `frames ${from + 1} to ${to}`;
}
