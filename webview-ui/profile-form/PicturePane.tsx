import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FrameImage } from '../../src/protocol/headerViewer';
import type { FormPicture, FormRegion, PictureRequest } from '../../src/protocol/profileForm';
import { FrameCanvas } from '../components/FrameCanvas';
import { attempt, openPicture, pictureFrame } from './model';
import { RectangleLayer } from './RectangleLayer';

/** A picture of the device with the rectangles over it: they are drawn, moved and resized there. */
export function PicturePane({ region, index, close }: { region: FormRegion; index: number; close(): void }) {
  const picture = useSignal<FormPicture | undefined>(undefined);
  const image = useSignal<FrameImage | undefined>(undefined);
  const frame = useSignal(0);
  const hint = useSignal('Looking for a picture…');

  const show = (wanted: number) =>
    attempt(async () => {
      frame.value = wanted;
      const drawn = await pictureFrame(wanted);
      if (frame.peek() === drawn.frame) image.value = drawn;
    });
  const open = (which: PictureRequest) =>
    attempt(async () => {
      const found = await openPicture(index, which);
      if (!found) {
        if (!picture.peek()) hint.value = 'No picture of the sample fits this device. Choose a file.';
        return;
      }
      picture.value = found;
      hint.value = found.fits ? '' : 'This file does not fulfil the conditions of the device.';
      await show(0);
    });
  useEffect(() => void open('first'), []);

  const shown = picture.value;
  return (
    <div class="picture">
      <div class="line">
        <button type="button" class="secondary" onClick={() => void open('next')}>
          Next picture
        </button>
        <button type="button" class="secondary" onClick={() => void open('choose')}>
          Choose file…
        </button>
        <button type="button" class="secondary" onClick={close}>
          Close picture
        </button>
        {shown && <span class="lead">{shown.name}</span>}
      </div>
      {hint.value && (
        <p class="lead" role="status">
          {hint.value}
        </p>
      )}
      {image.value && (
        <>
          <div class="stage" style={stageStyle(image.value)}>
            <FrameCanvas picture={image.value} label={`Picture of device ${index + 1}, frame ${frame.value + 1}`} />
            <RectangleLayer region={region} index={index} size={image.value} />
          </div>
          <p class="lead">
            {`${image.value.columns} × ${image.value.rows} pixels. Drag on the picture to add a rectangle, drag a rectangle to move it and its corner to resize it. `}
            By keyboard: Tab to a rectangle, arrows move it, Shift and arrows resize it, Ctrl makes ten pixels of one,
            Delete removes it.
          </p>
        </>
      )}
      {shown && shown.frames > 1 && (
        <label class="control">
          <span>{`Frame ${frame.value + 1} of ${shown.frames}`}</span>
          <input
            type="range"
            min={0}
            max={shown.frames - 1}
            value={frame.value}
            onInput={event => void show(Number(event.currentTarget.value))}
          />
        </label>
      )}
    </div>
  );
}

/** The whole picture is seen at once, whatever its shape. */
function stageStyle({ columns, rows }: FrameImage): Record<string, string> {
  return { aspectRatio: `${columns} / ${rows}`, maxWidth: `min(960px, ${(70 * columns) / rows}vh)` };
}
