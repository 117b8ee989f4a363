import { transferSyntaxName, uidEntry } from '../../../standard/uids';
import type { DocumentSummary, ImageSummary, WindowPreset } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import { allNumbers, firstNumber, firstText, textOf } from './nodeValue';

const PIXEL_DATA = 0x7fe00010;
const FLOAT_PIXEL_DATA = [0x7fe00008, 0x7fe00009];
const GROUPS_60XX = Array.from({ length: 16 }, (_, index) => 0x6000 + 2 * index);

/** Facts for the status line and the image pane. */
export function summaryOf(file: LoadedFile, fileName: string): DocumentSummary {
  const { encoding, hasPreamble, problems, source } = file.file;
  const sopClass = firstText(file, 0x00080016) || firstText(file, 0x00020002);
  return {
    fileName,
    size: source.size,
    transferSyntax: { uid: encoding.uid, name: transferSyntaxName(encoding.uid) ?? '', declared: encoding.declared },
    sopClass: { uid: sopClass, name: uidEntry(sopClass)?.name ?? '' },
    hasPreamble,
    rowCount: file.count,
    problems,
    image: imageOf(file),
  };
}

function imageOf(file: LoadedFile): ImageSummary | undefined {
  const rows = firstNumber(file, 0x00280010);
  const columns = firstNumber(file, 0x00280011);
  const float = FLOAT_PIXEL_DATA.some(tag => file.find(tag) >= 0);
  if (!rows || !columns || (!float && file.find(PIXEL_DATA) < 0)) return undefined;
  return {
    frames: Math.max(1, firstNumber(file, 0x00280008) ?? 1),
    columns,
    rows,
    photometric: firstText(file, 0x00280004),
    bitsStored: firstNumber(file, float ? 0x00280100 : 0x00280101) ?? 0,
    float,
    overlays: GROUPS_60XX.filter(group => hasOverlay(file, group * 65536)).length,
    presets: [...presetsOf(file), ...usualWindows(firstText(file, 0x00080060))],
    pixelAspect: pixelAspect(file),
    frameRate: frameRate(file),
  };
}

/** A plane with data of its own, or with a bit of the pixel cells (retired in PS3.3 2004). */
function hasOverlay(file: LoadedFile, group: number): boolean {
  if (file.find(group + 0x3000) >= 0) return true;
  return (firstNumber(file, group + 0x0102) ?? 0) > 0 && file.find(group + 0x0010) >= 0;
}

/** Pixel Aspect Ratio is the vertical size, then the horizontal one (PS3.3 C.7.6.3.1.7). */
function pixelAspect(file: LoadedFile): number {
  const [vertical = 1, horizontal = 1] = allNumbers(file, 0x00280034);
  const ratio = vertical / horizontal;
  return ratio > 0.05 && ratio < 20 ? ratio : 1;
}

/** Recommended Display Frame Rate, Cine Rate or Frame Time in ms (PS3.3 C.7.6.5). */
function frameRate(file: LoadedFile): number {
  const time = firstNumber(file, 0x00181063);
  const rate = firstNumber(file, 0x00082144) ?? firstNumber(file, 0x00180040) ?? (time ? 1000 / time : undefined);
  return rate && rate > 0 ? Math.min(60, Math.max(0.5, rate)) : 10;
}

/** Windows radiologists use for CT, in Hounsfield units. */
const CT_WINDOWS: readonly (readonly [string, number, number])[] = [
  ['Soft tissue', 40, 400],
  ['Lung', -600, 1500],
  ['Bone', 500, 2000],
  ['Brain', 40, 80],
  ['Mediastinum', 50, 350],
  ['Liver', 60, 160],
];

function usualWindows(modality: string): WindowPreset[] {
  if (modality !== 'CT') return [];
  return CT_WINDOWS.map(([name, center, width]) => ({ name, window: { center, width }, usual: true }));
}

/** Windows of the VOI LUT module with their explanations (PS3.3 C.11.2.1.2). */
function presetsOf(file: LoadedFile): WindowPreset[] {
  const centers = allNumbers(file, 0x00281050);
  const widths = allNumbers(file, 0x00281051);
  const explanations = file.find(0x00281055);
  const names = explanations < 0 ? [] : textOf(file, explanations, 4096).text.split('\\');
  return centers.slice(0, 50).flatMap((center, index) => {
    const width = widths[index];
    if (width === undefined) return [];
    return [{ name: names[index]?.trim() || `Window ${index + 1}`, window: { center, width }, usual: false }];
  });
}
