import { patientContextFrom } from '../../../deid/patientContext';
import type { DicomFile } from '../../../dicom/dicomFile';
import { findRow } from '../../../dicom/rows';
import { stringValues } from '../../../dicom/values';
import { clip, overlap, type Box } from '../../../pixels/boxes';
import { framesToLookAt, joinFrames, type CleanedBox } from '../../../pixels/cleanPixels';
import { loadFrameCodecs } from '../../../pixels/codecs/wasmCodecs.node';
import { findText } from '../../../pixels/findText';
import { decodeFrameOf, openFrames } from '../../../pixels/frames';
import { headerIdentifiers } from '../../../pixels/headerIdentifiers';
import type { OcrReader } from '../../../pixels/ocr/ocrReader';
import { pixelDescription } from '../../../pixels/pixelDescription';
import { SeriesMemory } from '../../../pixels/seriesMemory';
import { greyOf } from '../../../pixels/storedValues';
import { triage } from '../../../pixels/triage';
import { needlesOf } from '../../../pixels/verdict/needles';
import { compileConditions } from '../../../profile/conditions';
import type { ResolvedProfile } from '../../../profile/model';
import type { TextBox, TextReport } from '../../../protocol/headerViewer';
import { pixelPlan, regionReason, textFate, textReason } from './textReasons';

/** How a search goes on: `done` of `total` frames. */
export type TextProgress = (done: number, total: number) => void;

/**
 * Boxes of one file: regions the profile names for it, text that the profile's mode hides (`balanced` without a profile), and
 * the other text that is there. Every frame is decoded once.
 * @throws PixelDataError with a sentence for the user if the pixels cannot be read.
 */
export async function textBoxes(
  file: DicomFile,
  profile: ResolvedProfile | undefined,
  reader: OcrReader,
  progress: TextProgress,
): Promise<TextReport> {
  const description = pixelDescription(file);
  const plan = pixelPlan(profile, triage(file).risk);
  const store = openFrames(file, description);
  const codecs = await loadFrameCodecs(description.transferSyntax);
  const { columns, rows, frames: count } = description;
  const regions = regionBoxes(file, profile, columns, rows, count);
  const frames = framesToLookAt(count, profile?.pixels.detect === 'always');
  const remembering = rememberingReader(reader);
  const needles = needlesOf(identifiersOf(file));
  const search = { needles, reader: remembering };
  const hiddenSeen = new SeriesMemory().recall('', columns, rows);
  const allSeen = new SeriesMemory().recall('', columns, rows);
  const hides: CleanedBox[] = [];
  const others: CleanedBox[] = [];
  for (const [i, frame] of frames.entries()) {
    progress(i, frames.length);
    const native = decodeFrameOf(store, codecs, frame);
    const shape = { ...store.description, photometricInterpretation: native.photometricInterpretation };
    const grey = greyOf(native, shape);
    // A frame nobody looked at is treated like the looked-at ones on both sides of it.
    const from = i === 0 ? 0 : (frames[i - 1] ?? 0) + 1;
    const range = [from, frames[i + 1] ?? count] as const;
    const hidden = await findText(grey, columns, rows, { ...search, mode: plan.mode }, hiddenSeen);
    const all = await findText(grey, columns, rows, { ...search, mode: 'allText' }, allSeen);
    hides.push(...hidden.map(box => ({ ...box, frames: range })));
    others.push(
      ...all.filter(box => !hidden.some(other => mostlyInside(box, other))).map(box => ({ ...box, frames: range })),
    );
  }
  progress(frames.length, frames.length);
  const found = [
    ...joinFrames(hides).map(box => ocrBox(box, regions, textFate(plan, true), plan.looks)),
    ...joinFrames(others).map(box => ocrBox(box, regions, textFate(plan, false), false)),
  ];
  return { boxes: [...regions, ...found], looked: frames.length, frames: count, summary: plan.summary };
}

/** The regions of a profile that apply to this instance, cut at the border of the image. */
function regionBoxes(
  file: DicomFile,
  profile: ResolvedProfile | undefined,
  columns: number,
  rows: number,
  frames: number,
): TextBox[] {
  const instance = (tag: number): readonly string[] => {
    const row = findRow(file.dataSet, tag);
    return row < 0 ? [] : stringValues(file, row);
  };
  const recipes = (profile?.pixels.regions ?? []).filter(recipe => compileConditions(recipe.when)(instance));
  return recipes.flatMap(({ blank, origin }) =>
    blank.flatMap(([x, y, width, height]): TextBox[] => {
      const box = clip({ x, y, width, height }, columns, rows);
      if (!box) return [];
      const place = { profile: origin.profile, start: origin.range.start, end: origin.range.end };
      return [{ ...box, frames: [0, frames], found: 'region', text: '', hidden: true, ...regionReason, origin: place }];
    }),
  );
}

function ocrBox(box: CleanedBox, regions: readonly TextBox[], fate: string, hidden: boolean): TextBox {
  const { x, y, width, height, frames, reason, text = '' } = box;
  const covered = !hidden && regions.some(region => inside(box, region));
  return {
    x,
    y,
    width,
    height,
    frames,
    found: 'ocr',
    reason: textReason(reason),
    text: text.trim(),
    hidden: hidden || covered,
    fate: covered ? 'Hidden: it lies inside a region that the profile blanks.' : fate,
  };
}

function mostlyInside(box: Box, other: Box): boolean {
  return overlap(box, other) > 0.5 * box.width * box.height;
}

function inside(box: Box, outer: Box): boolean {
  return overlap(box, outer) === box.width * box.height;
}

/** What the pixel step of a run looks for: header values, and who and where of the rest of the file. */
function identifiersOf(file: DicomFile): string[] {
  const identifiers = new Set(headerIdentifiers(file));
  for (const { kind, value } of patientContextFrom(file).harvest.facts)
    if (['person', 'identifier', 'institution', 'address'].includes(kind)) identifiers.add(value);
  return [...identifiers];
}

/** Reads the same line image once: both searches of a frame ask for the same lines. */
function rememberingReader(reader: OcrReader): OcrReader {
  const known = new Map<string, ReturnType<OcrReader['read']>>();
  return {
    read: image => {
      const key = `${image.width} ${image.height} ${fingerprint(image.grey)}`;
      const reading = known.get(key) ?? reader.read(image);
      known.set(key, reading);
      if (known.size > 2000) known.clear();
      return reading;
    },
    close: () => reader.close(),
  };
}

/** FNV-1a over the pixels, twice with different starts: 64 bits. */
function fingerprint(grey: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (const value of grey) {
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul(b ^ value, 0x01000193) ^ (b >>> 13);
  }
  return `${a >>> 0} ${b >>> 0}`;
}
