import { transferSyntaxName, uidEntry } from '../../../standard/uids';
import type { DocumentSummary, ImageSummary } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import { allNumbers, firstNumber, firstText, textOf } from './nodeValue';

const PIXEL_DATA = 0x7fe00010;
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
  if (!rows || !columns || file.find(PIXEL_DATA) < 0) return undefined;
  return {
    frames: Math.max(1, firstNumber(file, 0x00280008) ?? 1),
    columns,
    rows,
    photometric: firstText(file, 0x00280004),
    bitsStored: firstNumber(file, 0x00280101) ?? 0,
    overlays: GROUPS_60XX.filter(group => file.find(group * 65536 + 0x3000) >= 0).length,
    presets: presetsOf(file),
  };
}

/** Windows of the VOI LUT module with their explanations (PS3.3 C.11.2.1.2). */
function presetsOf(file: LoadedFile): ImageSummary['presets'] {
  const centers = allNumbers(file, 0x00281050);
  const widths = allNumbers(file, 0x00281051);
  const explanations = file.find(0x00281055);
  const names = explanations < 0 ? [] : textOf(file, explanations, 4096).text.split('\\');
  return centers.slice(0, 50).flatMap((center, index) => {
    const width = widths[index];
    if (width === undefined) return [];
    return [{ name: names[index]?.trim() || `Window ${index + 1}`, window: { center, width } }];
  });
}
