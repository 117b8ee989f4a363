import { closeSync, openSync, writeSync } from 'node:fs';
import type { Infusion } from './infuse';

/** Writes the manifest instance by instance. */
export interface ManifestWriter {
  add(path: string, infusion: Infusion): void;
  close(): void;
}

/**
 * Starts `manifest.json`: with which settings the benchmark was made, and for each instance what was put where. It holds
 * synthetic identifiers only.
 */
export function createManifest(
  path: string,
  settings: {
    readonly seed: number;
    readonly patients?: number;
    readonly pixels: number;
    readonly locales: readonly string[];
    readonly wide: boolean;
    readonly uidForm: string;
  },
): ManifestWriter {
  const fd = openSync(path, 'wx');
  const { seed, patients, pixels, locales, wide, uidForm } = settings;
  writeSync(fd, `{"format":"deidbench-synthesis","version":1,\n"settings":`);
  writeSync(fd, JSON.stringify({ seed, patients: patients ?? null, pixels, locales, wide, uidForm }));
  writeSync(fd, ',\n"instances":[');
  let first = true;
  return {
    add: (file, infusion) => {
      const row = {
        file,
        instance: infusion.instanceUid,
        placed: infusion.placed,
        burned: infusion.burned,
      };
      writeSync(fd, `${first ? '' : ','}\n${JSON.stringify(row)}`);
      first = false;
    },
    close: () => {
      writeSync(fd, '\n]}\n');
      closeSync(fd);
    },
  };
}
