import { setFlagsFromString } from 'node:v8';

/*
 * V8 compiles a WebAssembly function a second time, for speed, after it has run for a while. For a ledger of some hundred
 * rows the compiling costs more than all the statements, so SQLite gets two hundred times the usual budget before. The
 * budget of a module is read when it is compiled, which is when its package is loaded: imported before it, this module
 * raises the budget, and `usualTiering` puts it back for the image codecs.
 */

/** V8's own budget in the versions of Node that need the WebAssembly build, and the larger one. */
const USUAL = 1_800_000;
const PATIENT = 400_000_000;

/** Later versions have SQLite built in, and may name the flag otherwise. */
const applies = Number(process.versions.node.split('.')[0]) <= 22;

if (applies) setFlagsFromString(`--wasm-tiering-budget=${PATIENT}`);

/** Ends what the import of this module began. */
export function usualTiering(): void {
  if (applies) setFlagsFromString(`--wasm-tiering-budget=${USUAL}`);
}
