import keepAll from './builtin/keep-all.deid.yaml';
import midiB from './builtin/midi-b.deid.yaml';
import ps315 from './builtin/ps3.15.deid.yaml';
import tcia from './builtin/tcia.deid.yaml';

const TEXTS: Readonly<Record<string, string>> = {
  'builtin:ps3.15': ps315,
  'builtin:tcia': tcia,
  'builtin:midi-b': midiB,
  'builtin:keep-all': keepAll,
};

/** Names of the profiles that come with the program. */
export const BUILTIN_PROFILES: readonly string[] = Object.keys(TEXTS);

/** Text of a profile that comes with the program. */
export function builtinText(name: string): string | undefined {
  return Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
}
