import { spawn, spawnSync } from 'node:child_process';
import { openOcrReader } from '../../pixels/ocr/tesseractReader.node';
import type { PixelRegion, RegionReader } from './region';

/** An OCR engine to close after use. */
export interface OpenReader {
  readonly name: string;
  readonly read: RegionReader;
  close(): Promise<void>;
}

/** The `tesseract` program if it is installed, else the engine this program carries. */
export async function openRegionReader(): Promise<OpenReader> {
  const installed = spawnSync('tesseract', ['--version'], { encoding: 'utf8' });
  if (installed.status === 0) return { name: 'tesseract', read: readWithProgram, close: () => Promise.resolve() };
  let reader: ReturnType<typeof openOcrReader> | undefined;
  return {
    name: 'tesseract.js',
    read: async region => {
      reader ??= openOcrReader();
      const { text } = await (await reader).read(greyOf(region));
      return pieces(text);
    },
    close: async () => (await reader)?.close(),
  };
}

function readWithProgram(region: PixelRegion): Promise<readonly string[] | null> {
  return new Promise(done => {
    const child = spawn('tesseract', ['stdin', 'stdout', '--psm', '6'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.stdin.on('error', () => undefined);
    child.on('error', () => done(null));
    child.on('close', code => done(code === 0 ? pieces(text) : null));
    const { width, height, grey } = greyOf(region);
    child.stdin.end(Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]));
  });
}

function pieces(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Grey image of a region, enlarged threefold and with a margin: engines read small type poorly. */
function greyOf({ width, height, samples, bytes }: PixelRegion): { width: number; height: number; grey: Uint8Array } {
  const scale = 3;
  const margin = 12;
  const w = width * scale + 2 * margin;
  const h = height * scale + 2 * margin;
  const edge = bytes.length > 0 ? valueAt(bytes, 0, samples) : 0;
  const grey = new Uint8Array(w * h).fill(edge);
  for (let y = 0; y < height * scale; y++)
    for (let x = 0; x < width * scale; x++)
      grey[(y + margin) * w + x + margin] = valueAt(
        bytes,
        Math.floor(y / scale) * width + Math.floor(x / scale),
        samples,
      );
  return { width: w, height: h, grey };
}

function valueAt(bytes: Uint8Array, pixel: number, samples: number): number {
  if (samples < 3) return bytes[pixel * samples];
  const at = pixel * samples;
  return Math.round(0.299 * bytes[at] + 0.587 * bytes[at + 1] + 0.114 * bytes[at + 2]);
}
