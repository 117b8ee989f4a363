import type { ProfileChoice } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import type { EffectSource } from './viewerModel';

/** What a profile does to a file; undefined where no profile is chosen. */
export function effectsOf(_profile: string, _file: LoadedFile): EffectSource | undefined {
  return undefined;
}

/** Profiles that can be chosen without a file of one's own. */
export function profileChoices(): readonly ProfileChoice[] {
  return [];
}
