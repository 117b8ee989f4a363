/**
 * Files of packages that are loaded at run time beside the bundles: [from, to in dist]. The codecs and OCR look for them next
 * to the bundle first (src/pixels/runtimeFiles.node.ts).
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync } from 'node:zlib';

const cornerstone = (codec, file) => [`node_modules/@cornerstonejs/codec-${codec}/dist/${file}`, file];

export const assets = [['node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm', 'node-sqlite3-wasm.wasm']];

/** Those stored compressed, as `<name>.br`: half of what a package of the extension weighs otherwise. */
export const compressedAssets = [
  cornerstone('charls', 'charlswasm.wasm'),
  cornerstone('openjpeg', 'openjpegwasm.wasm'),
  cornerstone('openjph', 'openjphjs.wasm'),
  ['node_modules/dcmjs-codecs/build/dcmjs-native-codecs.wasm', 'dcmjs-native-codecs.wasm'],
  ['node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz', 'eng.traineddata'],
  ['node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm', 'tesseract-core-simd-lstm.wasm'],
];

/** Writes `<to>.br`. Compressing well takes half a minute, so that results are kept, and is left to packages. */
export async function writeCompressed(from, to, well) {
  const stored = readFileSync(from);
  const kept = `out/compressed/${createHash('sha256').update(stored).digest('hex')}${well ? '' : '-fast'}.br`;
  if (!existsSync(kept)) {
    const bytes = from.endsWith('.gz') ? gunzipSync(stored) : stored;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: well ? 11 : 4,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const compressed = await promisify(brotliCompress)(bytes, { params });
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(`${kept}.${process.pid}`, compressed);
    renameSync(`${kept}.${process.pid}`, kept);
  }
  copyFileSync(kept, `${to}.br`);
}
