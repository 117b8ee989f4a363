import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PixelRegion, RegionReader } from './region';

/**
 * Reads what another OCR run found: lines `{"sha1": ..., "texts": [...]}`. Results of two OCR engines are never the same, so
 * comparing with an official run needs the texts of that run.
 */
export function replayReader(lines: string): RegionReader {
  const texts = new Map<string, readonly string[]>();
  for (const line of lines.split('\n')) {
    if (line.trim() === '') continue;
    const entry = JSON.parse(line) as { readonly sha1: string; readonly texts: readonly string[] };
    texts.set(entry.sha1, entry.texts);
  }
  return regions => Promise.resolve(regions.map(region => texts.get(regionDigest(region)) ?? null));
}

/** SHA-1 over the shape and type of the region as Python prints them, and its bytes. */
export function regionDigest({ width, height, samples, bytes }: PixelRegion): string {
  const shape = samples === 1 ? `(${height}, ${width})` : `(${height}, ${width}, ${samples})`;
  const hash = sha1.create();
  hash.update(utf8ToBytes(`${shape}uint8`));
  hash.update(bytes);
  return bytesToHex(hash.digest());
}
