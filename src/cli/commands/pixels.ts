import { existsSync, statSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { openFileSource } from '../../dicom/fileSource.node';
import { NotDicomError, openDicom } from '../../dicom/openFile';
import type { DicomFile } from '../../dicom/dicomFile';
import type { CleanedBox, PixelReport } from '../../pixels/cleanPixels';
import { cleanPixels, renderFrame } from '../../pixels/cleanPixels.node';
import { PixelDataError } from '../../pixels/errors';
import { headerIdentifiers } from '../../pixels/headerIdentifiers';
import type { OcrReader } from '../../pixels/ocr/ocrReader';
import { openOcrReader } from '../../pixels/ocr/tesseractReader.node';
import { encodePng } from '../../pixels/png';
import { SeriesMemory } from '../../pixels/seriesMemory';
import { paintBoxes } from '../../pixels/thumbnail';
import type { CleaningMode } from '../../pixels/verdict/decide';
import { Exit, UsageError } from '../exit';
import { wholeNumber } from '../wholeNumber';

interface Options {
  readonly mode: 'balanced' | 'conservative' | 'all-text';
  readonly always?: boolean;
  readonly json?: boolean;
  readonly showText?: boolean;
  readonly png?: string;
  readonly frame: number;
}

/** `deidbench pixels FILE...`: what would be blanked, and why. Writes no DICOM. */
export function pixelsCommand(): Command {
  return new Command('pixels')
    .description(
      'Look for text burned into images and print the boxes that would be blanked, and why. Changes no file.',
    )
    .argument('<files...>', 'DICOM files')
    .addOption(
      new Option('--mode <mode>', 'how much counts as text to hide')
        .choices(['balanced', 'conservative', 'all-text'])
        .default('balanced'),
    )
    .option('--always', 'look at any pixel data, also where the header rules text out, and at every frame')
    .option('--show-text', 'print what was read as well (it may identify a patient)')
    .option('--png <file>', 'draw the image with the boxes blanked, as a PNG (one input file only)')
    .option('--frame <n>', 'frame to draw, from 1', wholeNumber, 1)
    .option('--json', 'print one JSON object per line and file')
    .addHelpText(
      'after',
      `
Modes: balanced hides what identifies (a name, date or number of this file's header, anything of that shape) and drawn text
nobody can read; conservative hides unknown words too; all-text hides every line of text.

Exit codes: 0 all files looked at, 2 some could not be decoded, 1 nothing done.

Examples:
  deidbench pixels scan.dcm
  deidbench pixels --mode all-text --png cleaned.png capture.dcm
  deidbench pixels --json *.dcm`,
    )
    .action(run);
}

async function run(files: readonly string[], options: Options): Promise<void> {
  for (const path of files) {
    if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
    if (statSync(path).isDirectory()) throw new UsageError(`${path} is a folder: name the files in it.`);
  }
  if (options.frame < 1) throw new UsageError('--frame counts from 1.');
  if (options.png && files.length > 1) throw new UsageError('--png draws one image: name one file.');
  const mode: CleaningMode = options.mode === 'all-text' ? 'allText' : options.mode;
  const seriesMemory = new SeriesMemory();
  let reader: OcrReader | undefined;
  let lookedAt = 0;
  try {
    reader = await openOcrReader();
    for (const path of files) {
      const source = openFileSource(path);
      try {
        const file = openDicom(source);
        const report = await cleanPixels(file, {
          mode,
          detect: options.always ? 'always' : 'auto',
          regions: [],
          identifiers: headerIdentifiers(file),
          reader,
          seriesMemory,
        });
        print(path, report, options);
        lookedAt++;
        if (options.png) await draw(file, report, options.png, options.frame);
      } catch (error) {
        if (!(error instanceof PixelDataError) && !(error instanceof NotDicomError)) throw error;
        process.exitCode = Exit.partial;
        const code = error instanceof PixelDataError ? error.code : 'not-dicom';
        if (options.json)
          process.stdout.write(`${JSON.stringify({ file: path, error: code, message: error.message })}\n`);
        else process.stdout.write(`${path}: cannot be looked at (${code}): ${error.message}\n`);
      } finally {
        source.close();
      }
    }
  } finally {
    await reader?.close();
  }
  if (lookedAt === 0) process.exitCode = Exit.fatal;
}

function print(path: string, report: PixelReport, options: Options): void {
  const boxes = report.boxes.map(box => visible(box, options.showText ?? false));
  const { risk, examined, notes, triage, outcome } = report;
  if (options.json) {
    const transferSyntax = outcome.replacement?.transferSyntax;
    process.stdout.write(
      `${JSON.stringify({ file: path, risk, reasons: triage.reasons, examined, boxes, notes, transferSyntax })}\n`,
    );
    return;
  }
  const what = boxes.length > 0 ? `${boxes.length} box(es) to blank` : examined ? 'nothing to blank' : 'not looked at';
  process.stdout.write(`${path}: ${what}; risk ${risk} (${triage.reasons.join(', ')})\n`);
  for (const box of boxes) {
    const [from, to] = box.frames;
    const frames = to - from === 1 ? `frame ${from + 1}` : `frames ${from + 1}-${to}`;
    const read = box.text === undefined ? '' : `  "${box.text}"`;
    process.stdout.write(`  x ${box.x} y ${box.y}  ${box.width} x ${box.height}  ${frames}  ${box.reason}${read}\n`);
  }
  for (const note of notes) process.stdout.write(`  note: ${note}\n`);
}

/** The box without what was read there, unless asked for. */
function visible({ text, ...box }: CleanedBox, showText: boolean): CleanedBox {
  return showText && text !== undefined ? { ...box, text } : box;
}

async function draw(file: DicomFile, report: PixelReport, path: string, frame: number): Promise<void> {
  const image = await renderFrame(file, frame - 1);
  paintBoxes(
    image,
    report.boxes.filter(b => b.frames[0] <= frame - 1 && frame - 1 < b.frames[1]),
  );
  writeFileSync(path, encodePng(image));
}
