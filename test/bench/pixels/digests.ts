import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { toInterleaved } from '../../../src/pixels/codecs/sampleLayout';
import { pixelSyntax } from '../../../src/pixels/codecs/transferSyntaxes';
import { hasPixelData } from '../../../src/pixels/pixelDescription';
import { referenceFrames } from '../../support/pixelReference';

/**
 * Writes test/fixtures/pixels/reference-frames.json: MD5 of frames of the compressed sample images as gdcm or dcmtk decode
 * them (native little endian, samples side by side), so that the unit tests compare with them without running them.
 */
async function main(): Promise<void> {
  const folder = join(process.cwd(), '../shared/dicom');
  const digests: Record<string, Record<string, string[]>> = {};
  const queue = readdirSync(folder).sort();
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      let uid: string;
      try {
        const file = openDicom(memorySource(readFileSync(join(folder, name))));
        uid = file.encoding.uid;
        if (!pixelSyntax(uid) || pixelSyntax(uid)?.compression === 'native' || !hasPixelData(file)) continue;
      } catch {
        continue;
      }
      for (const { description: d, frames } of await referenceFrames(join(folder, name), uid)) {
        const ofImage = (digests[name] ??= {});
        for (const i of new Set([0, d.frames >> 1, d.frames - 1])) {
          const size = d.bitsAllocated >> 3;
          const bytes = d.planarConfiguration === 1 ? toInterleaved(frames[i], d.rows * d.columns, 3, size) : frames[i];
          const md5 = createHash('md5').update(bytes).digest('hex');
          ofImage[i] = [...new Set([...(ofImage[i] ?? []), md5])];
        }
      }
    }
  };
  await Promise.all([work(), work()]);
  const sorted = Object.fromEntries(Object.entries(digests).sort());
  writeFileSync('test/fixtures/pixels/reference-frames.json', `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${Object.keys(sorted).length} images`);
}

void main();
