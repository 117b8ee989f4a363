import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../../../src/dicom/byteSource';
import type { DicomFile } from '../../../../src/dicom/dicomFile';
import { openDicom } from '../../../../src/dicom/openFile';
import { pixelSyntax } from '../../../../src/pixels/codecs/transferSyntaxes';
import { loadFrameCodecs } from '../../../../src/pixels/codecs/wasmCodecs.node';
import { PixelDataError } from '../../../../src/pixels/errors';
import { decodeFrameOf, openFrames } from '../../../../src/pixels/frames';
import { hasPixelData, pixelDescription } from '../../../../src/pixels/pixelDescription';
import { hasReferenceTools, referenceFrames } from '../../../support/pixelReference';

const shared = join(__dirname, '../../../../../shared/dicom');
/** MD5 of frames as gdcm and dcmtk decode them; `node test/bench/pixels/run.mjs digests` makes them anew. */
const digests = JSON.parse(
  readFileSync(join(__dirname, '../../../fixtures/pixels/reference-frames.json'), 'utf8'),
) as Record<string, Record<string, readonly string[]>>;

/** One image per codec, compared with the other programs themselves. */
const LIVE = [
  'OT_SC_rgb_rle.dcm',
  'US_examples_ybr_color.dcm',
  'PT_GH184.dcm',
  'MR_MR_small_jpeg_ls_lossless.dcm',
  'MR_MR_small_jp2klossless.dcm',
];

interface Decoded {
  readonly digests: Record<string, string>;
  readonly comesBack?: boolean;
  readonly error?: string;
}

describe.skipIf(!existsSync(shared))('the compressed images of the sample folder', () => {
  const decoded = new Map<string, Decoded>();

  beforeAll(async () => {
    for (const name of readdirSync(shared)) {
      const file = compressed(name);
      if (file) decoded.set(name, await decode(file));
    }
  });

  function compressed(name: string): DicomFile | undefined {
    try {
      const file = openDicom(memorySource(readFileSync(join(shared, name))));
      const syntax = pixelSyntax(file.encoding.uid);
      return syntax && syntax.compression !== 'native' && hasPixelData(file) ? file : undefined;
    } catch {
      return undefined;
    }
  }

  async function decode(file: DicomFile): Promise<Decoded> {
    try {
      const description = pixelDescription(file);
      const store = openFrames(file, description);
      const codecs = await loadFrameCodecs(description.transferSyntax);
      const found: Record<string, string> = {};
      for (const i of new Set([0, description.frames >> 1, description.frames - 1])) {
        const { bytes } = decodeFrameOf(store, codecs, i);
        found[i] = createHash('md5').update(bytes).digest('hex');
      }
      const first = decodeFrameOf(store, codecs, 0);
      // Large frames take long to encode and prove nothing more.
      const coded = first.bytes.length < 1_100_000 ? codecs.encode(description.transferSyntax, first) : undefined;
      const back = coded && codecs.decode(description.transferSyntax, coded, first).bytes;
      return { digests: found, comesBack: back && Buffer.compare(back, first.bytes) === 0 };
    } catch (error) {
      if (error instanceof PixelDataError) return { digests: {}, error: error.code };
      throw error;
    }
  }

  it('decode to the very samples gdcm and dcmtk decode them to', () => {
    const wrong = Object.entries(digests).filter(([name, expected]) => {
      const mine = decoded.get(name);
      return Object.entries(expected).some(([frame, md5s]) => !md5s.includes(mine?.digests[frame] ?? ''));
    });
    expect(wrong.map(([name]) => name)).toEqual(UNLIKE);
    expect(Object.keys(digests).length).toBeGreaterThan(150);
  });

  it('are refused with a typed error where they are damaged', () => {
    const refused = [...decoded].filter(([, d]) => d.error).map(([name, d]) => [name, d.error]);
    expect(refused).toEqual(REFUSED);
  });

  it('come back unchanged from every encoder', () => {
    const tried = [...decoded].filter(([, d]) => d.comesBack !== undefined);
    expect(tried.filter(([, d]) => !d.comesBack).map(([name]) => name)).toEqual(LOST);
    expect(tried.length).toBeGreaterThan(60);
  });

  it.skipIf(!hasReferenceTools)('decode alike when the other programs run beside', async () => {
    for (const name of LIVE) {
      const file = compressed(name);
      const [reference] = await referenceFrames(join(shared, name), file?.encoding.uid ?? '');
      const md5 = createHash('md5')
        .update(reference?.frames[0] ?? '')
        .digest('hex');
      expect([name, decoded.get(name)?.digests['0']]).toEqual([name, md5]);
    }
  });
});

/** Frames of different sizes in one image: nothing is drawn from it. */
const UNLIKE = ['SC_multiframe.dcm'];
const REFUSED = [
  ['SC_multiframe.dcm', 'undecodable-frame'],
  ['none_genFile.dcm', 'undecodable-frame'],
];
/** Header and code stream disagree about the sign: cleaning writes such a frame as explicit little endian. */
const LOST = ['CT_J2K_pixelrep_mismatch.dcm'];
