/**
 * Thread that reads text: the worker script of tesseract.js with two things decided here. Plain JavaScript, because it runs
 * as it is from source too.
 *
 * One engine on every machine (SIMD, LSTM only): what is read does not depend on the processor, and no other engine need be
 * shipped. And the engine and its model are read from this installation, where the build stores them compressed; nothing is
 * fetched.
 */
'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parentPort } = require('node:worker_threads');
const { brotliDecompressSync, gunzipSync } = require('node:zlib');
const createCore = require('tesseract.js-core/tesseract-core-simd-lstm');
const { dispatchHandlers, setAdapter } = require('tesseract.js/src/worker-script');

/** @param {string} path without the ending that says how it is compressed */
function stored(path) {
  if (existsSync(`${path}.br`)) return brotliDecompressSync(readFileSync(`${path}.br`));
  return gunzipSync(readFileSync(`${path}.gz`));
}

const engine = join(__dirname, 'tesseract-core-simd-lstm.wasm');

setAdapter({
  getCore: async () =>
    existsSync(`${engine}.br`) ? options => createCore({ ...options, wasmBinary: stored(engine) }) : createCore,
  readCache: async path => stored(path),
  gunzip: gunzipSync,
});

parentPort.on('message', packet => {
  dispatchHandlers(packet, message => parentPort.postMessage(message));
});
