import type { Reading } from '../reading';
import type { Token } from '../tokens';

const GENERATION = /^(?:ii|iii|iv|jr|sr|jun|sen)$/;

/** End of a `III` or `Jr.` behind a name. */
export function generationEnd(reading: Reading, last: Token): number | undefined {
  const { tokens } = reading;
  const at = tokens[last.index + 1]?.text === ',' ? last.index + 2 : last.index + 1;
  const token = tokens[at];
  if (token === undefined || token.shape === 'lower' || !GENERATION.test(token.folded)) return undefined;
  if (token.start - last.end > 2) return undefined;
  return tokens[at + 1]?.text === '.' && !/^i/.test(token.folded) ? token.end + 1 : token.end;
}
