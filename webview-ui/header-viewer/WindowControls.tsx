import type { DisplayWindow, ImageSummary, WindowPreset } from '../../src/protocol/headerViewer';

interface WindowControlsProps {
  readonly image: ImageSummary;
  readonly shown: DisplayWindow;
  /** null: as the file says. */
  set(window: DisplayWindow | null): void;
}

/** Center and width in numbers, and presets: those of the file, then those usual for the modality. */
export function WindowControls({ image, shown, set }: WindowControlsProps) {
  const own = image.presets.filter(preset => !preset.usual);
  const usual = image.presets.filter(preset => preset.usual);
  return (
    <div class="control window">
      <label>
        <span>Center</span>
        <input
          type="number"
          step={image.float ? 'any' : 1}
          value={rounded(shown.center, image)}
          onChange={event => set({ ...shown, center: Number(event.currentTarget.value) })}
        />
      </label>
      <label>
        <span>Width</span>
        <input
          type="number"
          min={image.float ? 0 : 1}
          step={image.float ? 'any' : 1}
          value={rounded(shown.width, image)}
          onChange={event => set({ ...shown, width: Math.max(leastWidth(image), Number(event.currentTarget.value)) })}
        />
      </label>
      <select
        aria-label="Window presets"
        value=""
        onChange={event => {
          const chosen = event.currentTarget.value;
          event.currentTarget.value = '';
          set(chosen === 'file' ? null : (image.presets[Number(chosen)]?.window ?? null));
        }}
      >
        <option value="">Presets…</option>
        <option value="file">As the file says</option>
        <PresetGroup label="In the file" presets={own} all={image.presets} />
        <PresetGroup label="Usual for CT" presets={usual} all={image.presets} />
      </select>
    </div>
  );
}

/** The narrowest window that makes sense: 1 over integers (PS3.3 C.11.2.1.2.1), anything above 0 over floating point values. */
export function leastWidth(image: ImageSummary): number {
  return image.float ? 1e-30 : 1;
}

function rounded(value: number, image: ImageSummary): number {
  return image.float ? Number(value.toPrecision(4)) : Math.round(value * 10) / 10;
}

interface PresetGroupProps {
  readonly label: string;
  readonly presets: readonly WindowPreset[];
  readonly all: readonly WindowPreset[];
}

function PresetGroup({ label, presets, all }: PresetGroupProps) {
  if (presets.length === 0) return null;
  return (
    <optgroup label={label}>
      {presets.map(preset => (
        <option key={preset.name} value={all.indexOf(preset)}>
          {`${preset.name} (${preset.window.center}, ${preset.window.width})`}
        </option>
      ))}
    </optgroup>
  );
}
