import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ImageSummary } from '../../src/protocol/headerViewer';
import { FrameCanvas } from '../components/FrameCanvas';
import { BoxOverlay } from './BoxOverlay';
import { FrameControls } from './FrameControls';
import { TextSearch } from './TextSearch';
import { leastWidth, WindowControls } from './WindowControls';
import { markDifferences } from './differences';
import { type ImageActions, imageKey } from './imageKeys';
import { useFrame } from './useFrame';
import { fittedSize, nextZoom } from './zoom';
import * as state from './state';

const HINT =
  'Image: wheel or up and down arrows change the frame, dragging or left and right arrows the window (with shift its center), plus, minus and 0 the size, space plays';

/** Frames of the file with their window; beside it the other file's when two are compared. */
export function ImagePane() {
  const image = state.summary.value?.image;
  if (!image) return <p class="described">This file holds no image.</p>;
  return <ImageView image={image} />;
}

function ImageView({ image }: { image: ImageSummary }) {
  const { frame, window, zoom, overlays, differences: marked, boxes: boxesShown } = state.image;
  const playing = useSignal(false);
  const pointed = useSignal(-1);
  const stage = useStageSize();

  const comparing = state.comparedWith.value !== '';
  const request = { frame: frame.value, window: window.value, overlays: overlays.value };
  const picture = useFrame(request, false);
  const other = useFrame(request, true, comparing);
  const shown = picture.image?.window ?? window.value;
  const size = fittedSize(image, stage.width / (comparing ? 2 : 1), stage.height, zoom.value);
  const style = { width: `${size.width}px`, height: `${size.height}px` };
  const search = state.textSearch.value;

  const go = (to: number) => {
    frame.value = Math.max(0, Math.min(image.frames - 1, to));
  };
  const actions: ImageActions = {
    step: by => go(frame.value + by),
    toFrame: go,
    frames: image.frames,
    adjust: (center, width) => {
      if (!shown) return;
      // Steps are meant for stored integers; floating point values may all lie between 0 and 1.
      const unit = image.float ? shown.width / 200 : 1;
      window.value = {
        center: shown.center + center * unit,
        width: Math.max(leastWidth(image), shown.width + width * unit),
      };
    },
    resize: direction => (zoom.value = nextZoom(zoom.value, direction)),
    togglePlaying: () => (playing.value = image.frames > 1 && !playing.value),
  };
  return (
    <div class="image-pane">
      <div
        class="canvases"
        ref={stage.ref}
        tabIndex={0}
        role="group"
        aria-label={HINT}
        title={HINT}
        onWheel={event => {
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) actions.resize(event.deltaY < 0 ? 1 : -1);
          else actions.step(Math.sign(event.deltaY));
        }}
        onKeyDown={event => imageKey(event, actions)}
        onPointerDown={event => {
          if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={event => {
          const area = event.currentTarget;
          if (!area.hasPointerCapture(event.pointerId)) return;
          if (event.shiftKey) area.scrollBy(-event.movementX, -event.movementY);
          else if (shown) {
            const unit = image.float ? 1 : Math.max(1, shown.width / 200);
            actions.adjust(event.movementY * unit, event.movementX * unit);
          }
        }}
      >
        <div class="frame" style={style}>
          <FrameCanvas picture={picture.image} label={`Frame ${frame.value + 1}`} />
          {search.state === 'done' && boxesShown.value && (
            <BoxOverlay
              boxes={search.report.boxes}
              frame={frame.value}
              columns={image.columns}
              rows={image.rows}
              pointed={pointed.value}
              point={index => (pointed.value = index)}
            />
          )}
        </div>
        {comparing && (
          <div class="frame" style={style}>
            <FrameCanvas
              picture={marked.value ? markDifferences(picture.image, other.image) : other.image}
              label={`Frame ${frame.value + 1} of the other file`}
            />
          </div>
        )}
      </div>
      {!picture.image && !picture.problem && (
        <p class="described" role="status">
          Decoding…
        </p>
      )}
      {(picture.problem || other.problem) && (
        <p class="problem note" role="status">
          {picture.problem || other.problem}
        </p>
      )}
      <FrameControls
        image={image}
        frame={frame.value}
        playing={playing.value}
        behind={picture.image?.frame !== frame.value && picture.problem === ''}
        go={go}
        play={next => (playing.value = next)}
      />
      {shown && <WindowControls image={image} shown={shown} set={next => (window.value = next)} />}
      <div class="control">
        <button type="button" class="icon" title="Smaller (-)" aria-label="Smaller" onClick={() => actions.resize(-1)}>
          −
        </button>
        <button type="button" class="secondary" title="As large as there is room (0)" onClick={() => actions.resize(0)}>
          {zoom.value === 1 ? 'Fits' : `${Math.round((100 * size.width) / image.columns)} %`}
        </button>
        <button type="button" class="icon" title="Larger (+)" aria-label="Larger" onClick={() => actions.resize(1)}>
          +
        </button>
        {image.overlays > 0 && (
          <label>
            <input type="checkbox" checked={overlays.value} onChange={() => (overlays.value = !overlays.value)} />
            <span>{image.overlays === 1 ? '1 overlay' : `${image.overlays} overlays`}</span>
          </label>
        )}
        {comparing && (
          <label>
            <input type="checkbox" checked={marked.value} onChange={() => (marked.value = !marked.value)} />
            <span>Mark pixels that differ</span>
          </label>
        )}
      </div>
      {!image.float && <TextSearch frame={frame.value} pointed={pointed} shown={boxesShown} go={go} />}
      <p class="described">{`${image.columns} × ${image.rows}, ${image.photometric}, ${image.bitsStored} bits${image.float ? ', floating point' : ''}`}</p>
    </div>
  );
}

/** The room there is for images: the width of the pane, and a good part of the window's height. */
function useStageSize() {
  const ref = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 320, height: 400 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      size.value = { width: element.clientWidth - 2, height: Math.max(160, document.body.clientHeight * 0.55) };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, ...size.value };
}
