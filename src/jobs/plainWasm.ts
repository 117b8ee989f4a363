import { setFlagsFromString } from 'node:v8';

/** Later versions of Node have SQLite built in, and may name the flag otherwise. */
const APPLIES = Number(process.versions.node.split('.')[0]) <= 22;

/**
 * Leaves WebAssembly functions that are first called from now on as V8 compiles them at once. What SQLite does for a ledger is
 * little, even with 100,000 files; V8 would compile its very large functions again, for speed, and never win that time back.
 * The flag is one of the whole process: not for runs that decode images.
 * @returns ends it.
 */
export function plainWasm(): () => void {
  // The only function that may be compiled again is one that no module has.
  if (APPLIES) setFlagsFromString('--wasm-tier-up-filter=100000000');
  return () => {
    if (APPLIES) setFlagsFromString('--wasm-tier-up-filter=-1');
  };
}
