import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RowEffect } from '../../../protocol/headerViewer';
import type { EffectMaker } from '../viewerEngine';
import type { LoadedFile } from './loadedFile';
import type { EffectSource } from './viewerModel';

/**
 * The engine is a bundle of its own (dist/viewerEngine.js), loaded when a profile is chosen: most files are only looked at.
 */
let engine: EffectMaker | undefined;
/** The engine, loaded with the first profile that is chosen: the viewer alone does not need it. */
export function loadEngine(): EffectMaker {
  engine ??= createRequire(__filename)(join(__dirname, 'viewerEngine.js')) as EffectMaker;
  return engine;
}

/** The effects computed last; `key` changes when the profile's file does. */
let latest:
  { readonly key: string; readonly file: LoadedFile; readonly effects: ReadonlyMap<number, RowEffect> } | undefined;

/**
 * What a profile does to a file; undefined where no profile is chosen.
 * @throws a sentence for the user if the profile cannot be used.
 */
export function effectsOf(profile: string, file: LoadedFile): EffectSource | undefined {
  if (profile === '') return undefined;
  const key = `${profile} ${changedAt(profile)}`;
  if (latest?.key !== key || latest.file !== file)
    latest = { key, file, effects: loadEngine().effectsOfProfile(profile, file.file) };
  const { effects } = latest;
  return {
    effect: id => (id < file.metaCount ? undefined : effects.get(id - file.metaCount)),
    why: id => (id < file.metaCount ? undefined : loadEngine().whyOf(profile, file.file, id - file.metaCount)),
  };
}

function changedAt(profile: string): number {
  return profile.startsWith('builtin:') ? 0 : (statSync(profile, { throwIfNoEntry: false })?.mtimeMs ?? -1);
}
