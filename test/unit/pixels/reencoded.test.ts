import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { openDicom } from '../../../src/dicom/openFile';
import { cleanPixels } from '../../../src/pixels/cleanPixels.node';
import { toInterleaved } from '../../../src/pixels/codecs/sampleLayout';
import { pixelDescription } from '../../../src/pixels/pixelDescription';
import { imageBytes } from '../../support/imageFile';
import { hasReferenceTools, referenceFrames, type ReferenceFrames } from '../../support/pixelReference';

const shared = join(__dirname, '../../../../shared/dicom');
const folder = mkdtempSync(join(tmpdir(), 'deidbench-reencoded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BOX = { x: 7, y: 5, width: 40, height: 11 };

const IMAGES: [name: string, transferSyntax: string][] = [
  ['MR_MR_small_RLE.dcm', '1.2.840.10008.1.2.5'],
  ['MR_emri_small_RLE.dcm', '1.2.840.10008.1.2.5'],
  ['OT_SC_rgb_rle.dcm', '1.2.840.10008.1.2.5'],
  ['PT_GH184.dcm', '1.2.840.10008.1.2.4.70'],
  ['OT_SC_rgb_jpeg_gdcm.dcm', '1.2.840.10008.1.2.4.70'],
  ['MR_MR_small_jpeg_ls_lossless.dcm', '1.2.840.10008.1.2.4.80'],
  ['MR_emri_small_jpeg_ls_lossless.dcm', '1.2.840.10008.1.2.4.80'],
  ['OT_TestPattern_JPEG-LS-Lossless.dcm', '1.2.840.10008.1.2.4.80'],
  ['MR_MR_small_jp2klossless.dcm', '1.2.840.10008.1.2.4.90'],
  ['US_US1_J2KR', '1.2.840.10008.1.2.4.90'],
  ['OT_SC_rgb_dcmtk_+eb+cy+s2.dcm', '1.2.840.10008.1.2.1'],
  ['none_SC_rgb_jls_lossy_line.dcm', '1.2.840.10008.1.2.1'],
  ['NM_NM1_JPLY', '1.2.840.10008.1.2.1'],
  ['OT_SC_rgb_gdcm_KY.dcm', '1.2.840.10008.1.2.1'],
];

/** Samples of one frame side by side, with how many bytes a pixel takes. */
function pixelsOf({ description: d, frames }: ReferenceFrames, frame: number): { bytes: Uint8Array; size: number } {
  const sample = d.bitsAllocated >> 3;
  const size = sample * d.samplesPerPixel;
  const planar = d.planarConfiguration === 1;
  return { bytes: planar ? toInterleaved(frames[frame], d.rows * d.columns, 3, sample) : frames[frame], size };
}

describe.skipIf(!existsSync(shared) || !hasReferenceTools)('an image that was blanked and encoded again', () => {
  it.each(IMAGES)('%s is read by gdcm or dcmtk with the same pixels outside the box', async (name, transferSyntax) => {
    const file = openDicom(memorySource(readFileSync(join(shared, name))));
    const d = pixelDescription(file);
    const report = await cleanPixels(file, { mode: 'balanced', detect: 'off', regions: [BOX], identifiers: [] });
    const replacement = report.outcome.replacement;
    expect(replacement?.transferSyntax).toBe(transferSyntax);
    const changed = (tag: number) => replacement?.attributes.find(a => a.tag === tag)?.bytes;
    const photometric = changed(0x00280004);
    const path = join(folder, `${name}.dcm`);
    const items = itemsOf(Buffer.concat(replacement?.pixelData ?? []));
    writeFileSync(
      path,
      imageBytes({
        rows: d.rows,
        columns: d.columns,
        samples: d.samplesPerPixel,
        photometric: photometric ? Buffer.from(photometric).toString('latin1').trim() : d.photometricInterpretation,
        planar: changed(0x00280006)?.[0] ?? d.planarConfiguration,
        bitsAllocated: d.bitsAllocated,
        bitsStored: d.bitsStored,
        highBit: d.highBit,
        signed: d.signed,
        frames: d.frames > 1 ? d.frames : undefined,
        transferSyntax,
        pixels: replacement?.encapsulated ? items : Buffer.concat(replacement?.pixelData ?? []),
      }),
    );
    const theirs = transferSyntax.endsWith('.2.1') ? [ownFrames(path)] : await referenceFrames(path, transferSyntax);
    const originals = await referenceFrames(join(shared, name), d.transferSyntax);
    expect(theirs.length).toBeGreaterThan(0);
    for (let frame = 0; frame < d.frames; frame++) {
      const outside = theirs.flatMap(t =>
        originals.map(o => differences(pixelsOf(t, frame), pixelsOf(o, frame), d.columns)),
      );
      expect(Math.min(...outside)).toBe(0);
    }
  });

  function differences(
    after: { bytes: Uint8Array; size: number },
    before: { bytes: Uint8Array; size: number },
    columns: number,
  ): number {
    let count = 0;
    const pixels = Math.floor(before.bytes.length / before.size);
    for (let i = 0; i < pixels; i++) {
      const x = i % columns;
      const y = Math.floor(i / columns);
      if (x >= BOX.x && x < BOX.x + BOX.width && y >= BOX.y && y < BOX.y + BOX.height) continue;
      for (let b = i * before.size; b < (i + 1) * before.size; b++) if (after.bytes[b] !== before.bytes[b]) count++;
    }
    return count;
  }

  /** Native pixel data needs no other program to be read. */
  function ownFrames(path: string): ReferenceFrames {
    const file = openDicom(memorySource(readFileSync(path)));
    const description = pixelDescription(file);
    const row = [...file.dataSet.tag].indexOf(0x7fe00010);
    const all = file.dataSource.read(file.dataSet.valueStart[row], file.dataSet.valueEnd[row]).slice();
    const length =
      (description.rows * description.columns * description.samplesPerPixel * description.bitsAllocated) / 8;
    const frames = Array.from({ length: description.frames }, (_, i) => all.subarray(i * length, (i + 1) * length));
    return { description, frames };
  }

  /** Values of the items of an encapsulated stream, offset table first. */
  function itemsOf(stream: Buffer): Uint8Array[] {
    const items: Uint8Array[] = [];
    for (let at = 0; at + 8 <= stream.length && stream.readUInt32LE(at) === 0xe000fffe;) {
      const length = stream.readUInt32LE(at + 4);
      items.push(stream.subarray(at + 8, at + 8 + length));
      at += 8 + length;
    }
    return items;
  }
});
