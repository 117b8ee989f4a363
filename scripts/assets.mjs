/**
 * Files of packages that are loaded at run time beside the bundles: [from, to in dist]. The codecs and OCR look for them next
 * to the bundle first (src/pixels/runtimeFiles.node.ts).
 */
const cornerstone = (codec, file) => [`node_modules/@cornerstonejs/codec-${codec}/dist/${file}`, file];
const tesseract = name => [`node_modules/tesseract.js-core/tesseract-${name}.wasm`, `tesseract-${name}.wasm`];

export const assets = [
  ['node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm', 'node-sqlite3-wasm.wasm'],
  cornerstone('charls', 'charlswasm.wasm'),
  cornerstone('openjpeg', 'openjpegwasm.wasm'),
  cornerstone('openjph', 'openjphjs.wasm'),
  ['node_modules/dcmjs-codecs/build/dcmjs-native-codecs.wasm', 'dcmjs-native-codecs.wasm'],
  ['node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz', 'eng.traineddata.gz'],
  tesseract('core'),
  tesseract('core-simd'),
  tesseract('core-relaxedsimd'),
];
