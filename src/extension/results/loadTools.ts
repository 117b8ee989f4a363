import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Tools from './resultsTools';

let tools: typeof Tools | undefined;

/** The parsers for CSV and YAML, a bundle of their own: most windows never need them. */
export function loadTools(): typeof Tools {
  tools ??= createRequire(__filename)(join(__dirname, 'resultsTools.js')) as typeof Tools;
  return tools;
}
