import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DisplayWindow, FrameImage, ImageSummary, ViewerHostCalls } from '../../src/protocol/headerViewer';
import type { Params } from '../../src/protocol/rpc';
import { FrameCanvas } from '../components/FrameCanvas';
import { markDifferences } from './differences';
import { host, messageOf } from './model';
import * as state from './state';

/** Frames of the file with their window; beside it the other file's when two are compared. */
export function ImagePane() {
  const image = state.summary.value?.image;
  if (!image) return <p class="described">This file holds no image.</p>;
  return <ImageView image={image} />;
}

function ImageView({ image }: { image: ImageSummary }) {
  const frame = useSignal(0);
  const window = useSignal<DisplayWindow | null>(null);
  const marked = useSignal(false);
  const overlays = useSignal(true);
  const picture = useFrame({ frame: frame.value, window: window.value, overlays: overlays.value }, false);
  const comparing = state.comparedWith.value !== '';
  const other = useFrame({ frame: frame.value, window: window.value, overlays: overlays.value }, true, comparing);
  const shown = picture.image?.window ?? window.value;

  const step = (by: number) => {
    frame.value = Math.max(0, Math.min(image.frames - 1, frame.value + by));
  };
  const adjust = (center: number, width: number) => {
    if (shown) window.value = { center: shown.center + center, width: Math.max(1, shown.width + width) };
  };
  return (
    <div class="image-pane">
      <div
        class="canvases"
        tabIndex={0}
        role="group"
        aria-label="Image: wheel or up and down arrows change the frame, dragging or left and right arrows the window"
        onWheel={event => {
          event.preventDefault();
          step(Math.sign(event.deltaY));
        }}
        onKeyDown={event => onKey(event, step, adjust)}
        onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={event => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId) || !shown) return;
          const unit = Math.max(1, shown.width / 200);
          adjust(event.movementY * unit, event.movementX * unit);
        }}
      >
        <FrameCanvas picture={picture.image} label={`Frame ${frame.value + 1}`} />
        {comparing && (
          <FrameCanvas
            picture={marked.value ? markDifferences(picture.image, other.image) : other.image}
            label={`Frame ${frame.value + 1} of the other file`}
          />
        )}
      </div>
      {(picture.problem || other.problem) && (
        <p class="problem note" role="status">
          {picture.problem || other.problem}
        </p>
      )}
      {image.frames > 1 && (
        <label class="control">
          <span>{`Frame ${frame.value + 1} of ${image.frames}`}</span>
          <input
            type="range"
            min={0}
            max={image.frames - 1}
            value={frame.value}
            onInput={event => (frame.value = Number(event.currentTarget.value))}
          />
        </label>
      )}
      {shown && <WindowControls image={image} shown={shown} set={next => (window.value = next)} />}
      {image.overlays > 0 && (
        <label class="control">
          <input type="checkbox" checked={overlays.value} onChange={() => (overlays.value = !overlays.value)} />
          <span>Overlays</span>
        </label>
      )}
      {comparing && (
        <label class="control">
          <input type="checkbox" checked={marked.value} onChange={() => (marked.value = !marked.value)} />
          <span>Mark pixels that differ</span>
        </label>
      )}
      <p class="described">{`${image.columns} × ${image.rows}, ${image.photometric}, ${image.bitsStored} bits`}</p>
    </div>
  );
}

function onKey(
  event: KeyboardEvent,
  step: (by: number) => void,
  adjust: (center: number, width: number) => void,
): void {
  const actions: Record<string, () => void> = {
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    PageUp: () => step(-10),
    PageDown: () => step(10),
    ArrowLeft: () => (event.shiftKey ? adjust(-10, 0) : adjust(0, -20)),
    ArrowRight: () => (event.shiftKey ? adjust(10, 0) : adjust(0, 20)),
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

interface WindowControlsProps {
  readonly image: ImageSummary;
  readonly shown: DisplayWindow;
  set(window: DisplayWindow | null): void;
}

function WindowControls({ image, shown, set }: WindowControlsProps) {
  return (
    <div class="control window">
      <label>
        <span>Center</span>
        <input
          type="number"
          value={Math.round(shown.center * 10) / 10}
          onChange={event => set({ ...shown, center: Number(event.currentTarget.value) })}
        />
      </label>
      <label>
        <span>Width</span>
        <input
          type="number"
          min={1}
          value={Math.round(shown.width * 10) / 10}
          onChange={event => set({ ...shown, width: Math.max(1, Number(event.currentTarget.value)) })}
        />
      </label>
      <select
        aria-label="Window presets"
        value=""
        onChange={event => {
          const preset = image.presets[Number(event.currentTarget.value)];
          set(event.currentTarget.value === 'file' ? null : (preset?.window ?? null));
          event.currentTarget.value = '';
        }}
      >
        <option value="">Presets…</option>
        <option value="file">As the file says</option>
        {image.presets.map((preset, index) => (
          <option key={preset.name} value={index}>
            {preset.name}
          </option>
        ))}
      </select>
    </div>
  );
}

type FrameRequest = Omit<Params<ViewerHostCalls['frame']>, 'other'>;

/** Asks for a frame whenever frame, window or overlays change; only the latest request counts, one is on its way at a time. */
function useFrame(request: FrameRequest, other: boolean, wanted = true) {
  const { frame, window, overlays } = request;
  const picture = useSignal<FrameImage | undefined>(undefined);
  const problem = useSignal('');
  const latest = useRef(request);
  const busy = useRef(false);
  latest.current = request;

  const fetchLatest = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const asked = latest.current;
    try {
      picture.value = await host.call('frame', { ...asked, other });
      problem.value = '';
    } catch (error) {
      problem.value = messageOf(error);
    }
    busy.current = false;
    const now = latest.current;
    if (now.frame !== asked.frame || now.window !== asked.window || now.overlays !== asked.overlays)
      await fetchLatest();
  };
  useEffect(() => {
    if (wanted) void fetchLatest();
  }, [frame, window, overlays, wanted, state.summary.value]);
  return { image: picture.value, problem: problem.value };
}
