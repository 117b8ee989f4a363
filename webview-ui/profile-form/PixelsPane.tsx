import { useSignal } from '@preact/signals';
import type { FormRegion } from '../../src/protocol/profileForm';
import { Conditions } from './Conditions';
import { DiagnosticList, diagnosticsAt } from './Diagnostics';
import { change } from './model';
import { PicturePane } from './PicturePane';
import * as state from './state';
import { TextField } from './TextField';

const SIDES = ['x', 'y', 'width', 'height'] as const;

/** Rectangles to blank by device, and instances that are held back. */
export function PixelsPane() {
  const model = state.model.value;
  if (!model) return null;
  const locked = state.locked.value;
  return (
    <div class="scroll">
      <h2>Rectangles to blank</h2>
      <p class="lead">
        Pixels from the top left, for the instances that fulfil the conditions.
        {model.inheritedRegions > 0 && ` ${model.inheritedRegions} more come from profiles this one extends.`}
      </p>
      {model.regions.map((region, index) => (
        <Region key={index} region={region} index={index} />
      ))}
      <button
        type="button"
        disabled={locked}
        onClick={() =>
          change({
            kind: 'addItem',
            path: ['pixels', 'regions'],
            value: { when: { Modality: 'US' }, blank: [[0, 0, 100, 20]] },
          })
        }
      >
        Add device
      </button>

      <h2>Instances that never leave</h2>
      {model.quarantine.map((conditions, index) => (
        <fieldset key={index}>
          <legend>Held back {index + 1}</legend>
          <DiagnosticList items={diagnosticsAt(['files', 'quarantine', String(index)])} label="Problems" />
          <Conditions
            conditions={conditions}
            label={`Conditions of held back ${index + 1}`}
            set={(attribute, value) =>
              change({ kind: 'setSetting', path: ['files', 'quarantine', String(index), 'when', attribute], value })
            }
          />
          <button
            type="button"
            class="secondary"
            disabled={locked}
            onClick={() => change({ kind: 'removeItem', path: ['files', 'quarantine'], index })}
          >
            Remove
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        disabled={locked}
        onClick={() => change({ kind: 'addItem', path: ['files', 'quarantine'], value: { when: { Modality: 'SR' } } })}
      >
        Hold back instances
      </button>
    </div>
  );
}

function Region({ region, index }: { region: FormRegion; index: number }) {
  const path = ['pixels', 'regions', String(index)];
  const locked = state.locked.value;
  const drawing = useSignal(false);
  return (
    <fieldset>
      <legend>Device {index + 1}</legend>
      <DiagnosticList items={diagnosticsAt(path)} label="Problems of the device" />
      <Conditions
        conditions={region.when}
        label={`Conditions of device ${index + 1}`}
        set={(attribute, value) => change({ kind: 'setSetting', path: [...path, 'when', attribute], value })}
      />
      <table class="boxes">
        <caption>Rectangles of device {index + 1}</caption>
        <thead>
          <tr>
            {SIDES.map(side => (
              <th key={side} scope="col">
                {side}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {region.blank.map((box, row) => (
            <tr key={row}>
              {SIDES.map((side, at) => (
                <td key={side}>
                  <TextField
                    kind="number"
                    value={String(box[at] ?? '')}
                    label={`${side} of rectangle ${row + 1}`}
                    disabled={locked}
                    commit={text => {
                      const value = Math.trunc(Number(text));
                      if (text.trim() !== '' && value >= 0)
                        change({ kind: 'setSetting', path: [...path, 'blank', String(row), String(at)], value });
                    }}
                  />
                </td>
              ))}
              <td>
                <button
                  type="button"
                  class="icon"
                  disabled={locked || region.blank.length === 1}
                  aria-label={`Remove rectangle ${row + 1}`}
                  onClick={() => change({ kind: 'removeItem', path: [...path, 'blank'], index: row })}
                >
                  ✕
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="secondary"
        disabled={locked}
        onClick={() => change({ kind: 'addItem', path: [...path, 'blank'], value: [0, 0, 100, 20] })}
      >
        Add rectangle
      </button>{' '}
      <button
        type="button"
        class="secondary"
        aria-pressed={drawing.value}
        onClick={() => (drawing.value = !drawing.value)}
      >
        Draw on a picture
      </button>{' '}
      <button
        type="button"
        class="secondary"
        disabled={locked}
        onClick={() => change({ kind: 'removeItem', path: ['pixels', 'regions'], index })}
      >
        Remove device
      </button>
      {drawing.value && <PicturePane region={region} index={index} close={() => (drawing.value = false)} />}
    </fieldset>
  );
}
