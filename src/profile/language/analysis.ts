import type { ProfileDocument } from '../document';
import { createEffectiveActions, type EffectiveActions } from '../effective';
import { readProfile } from '../read';
import { resolveProfile, type ProfileLoader, type Resolution } from '../resolve';

/** One version of a profile, read; what it extends is read when it is first asked for. */
export interface Analysis {
  readonly text: string;
  readonly id: string;
  readonly document: ProfileDocument;
  readonly loader: ProfileLoader;
  readonly resolution: Resolution;
  readonly actions: EffectiveActions;
}

/** Reads a profile for the language features. Never throws. */
export function analyze(text: string, id: string, loader: ProfileLoader = () => undefined): Analysis {
  const document = readProfile(text, id);
  let resolution: Resolution | undefined;
  let actions: EffectiveActions | undefined;
  return {
    text,
    id,
    document,
    loader,
    get resolution() {
      return (resolution ??= resolveProfile(document, loader));
    },
    get actions() {
      return (actions ??= createEffectiveActions(this.resolution.profile));
    },
  };
}
