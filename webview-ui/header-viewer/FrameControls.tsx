import { useEffect } from 'preact/hooks';
import type { ImageSummary } from '../../src/protocol/headerViewer';

interface FrameControlsProps {
  readonly image: ImageSummary;
  readonly frame: number;
  readonly playing: boolean;
  /** True while a frame is asked for and not here yet: then playing waits. */
  readonly behind: boolean;
  go(frame: number): void;
  play(playing: boolean): void;
}

/** The slider over the frames, and playing them at the rate the file recommends. */
export function FrameControls({ image, frame, playing, behind, go, play }: FrameControlsProps) {
  useEffect(() => {
    if (!playing || behind) return undefined;
    const timer = setTimeout(() => go((frame + 1) % image.frames), 1000 / image.frameRate);
    return () => clearTimeout(timer);
  }, [playing, behind, frame]);
  if (image.frames <= 1) return null;
  return (
    <div class="control">
      <button
        type="button"
        class="secondary"
        aria-pressed={playing}
        title={`${playing ? 'Stop' : 'Play'} at ${Math.round(image.frameRate * 10) / 10} frames a second (space)`}
        onClick={() => play(!playing)}
      >
        {playing ? 'Stop' : 'Play'}
      </button>
      <label class="control frames">
        <span>{`Frame ${frame + 1} of ${image.frames}`}</span>
        <input
          type="range"
          min={0}
          max={image.frames - 1}
          value={frame}
          onInput={event => go(Number(event.currentTarget.value))}
        />
      </label>
    </div>
  );
}
