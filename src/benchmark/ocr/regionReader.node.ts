import { createHash } from 'node:crypto';
import type { GreyImage, OcrReader } from '../../pixels/ocr/ocrReader';
import type { PixelRegion, RegionReader } from './region';
import { isFlat } from './region';
import { programPath, readWithProgram } from './tesseractProgram.node';

/** An OCR engine to close after use. */
export interface OpenReader {
  readonly name: string;
  readonly read: RegionReader;
  close(): Promise<void>;
}

/** Looks of rectangles that are remembered. */
const MOST_KNOWN = 20_000;

type ReadImages = (images: readonly GreyImage[]) => Promise<readonly (string | null)[]>;

/**
 * The `tesseract` program if it is installed, else the engine this program carries; started when there is something to read.
 * A rectangle of one colour holds no text, and one that looks like another is read once.
 */
export function openRegionReader(): OpenReader {
  const program = programPath();
  const carried = program === null ? carriedEngine() : null;
  const known = new Map<string, readonly string[] | null>();
  const readImages: ReadImages = program === null ? carried!.read : images => readWithProgram(program, images);
  return {
    name: program === null ? 'tesseract.js' : 'tesseract',
    read: async regions => {
      const keys = regions.map(region => (isFlat(region) ? null : digestOf(region)));
      const open = new Map<string, PixelRegion>();
      keys.forEach((key, i) => {
        if (key !== null && !known.has(key)) open.set(key, regions[i]);
      });
      if (known.size > MOST_KNOWN) known.clear();
      if (open.size > 0) {
        const texts = await readImages([...open.values()].map(greyOf));
        [...open.keys()].forEach((key, i) => known.set(key, texts[i] === null ? null : pieces(texts[i])));
      }
      return keys.map(key => (key === null ? [] : (known.get(key) ?? null)));
    },
    close: async () => carried?.close(),
  };
}

function carriedEngine(): { readonly read: ReadImages; close(): Promise<void> } {
  let engine: Promise<OcrReader> | undefined;
  return {
    read: async images => {
      engine ??= import('../../pixels/ocr/tesseractReader.node').then(module => module.openOcrReader('block'));
      const texts: string[] = [];
      for (const image of images) texts.push((await (await engine).read(image)).text);
      return texts;
    },
    close: async () => (await engine)?.close(),
  };
}

function digestOf({ width, height, samples, bytes }: PixelRegion): string {
  return createHash('sha1').update(`${width} ${height} ${samples} `).update(bytes).digest('base64');
}

function pieces(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Grey image of a region, enlarged threefold and with a margin: engines read small type poorly. */
function greyOf({ width, height, samples, bytes }: PixelRegion): GreyImage {
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
