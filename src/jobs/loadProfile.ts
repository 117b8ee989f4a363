import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BUILTIN_PROFILES, builtinText } from '../profile/builtins';
import type { ProfileDocument } from '../profile/document';
import type { ResolvedProfile } from '../profile/model';
import { readProfile } from '../profile/read';
import { resolveProfile, type ProfileLoader, type ResolveDiagnostic } from '../profile/resolve';
import { RunError } from './runError';

export interface LoadedProfile {
  readonly profile: ResolvedProfile;
  /** Text of the private tag knowledge base the profile names. */
  readonly knowledgeBaseText?: string;
}

/** Reads files that a profile refers to, relative to the file that names them. */
export const fileLoader: ProfileLoader = (reference, from) => {
  const id = resolve(from === '' || from.startsWith('builtin:') ? '.' : dirname(from), reference);
  return statSync(id, { throwIfNoEntry: false })?.isFile() ? { id, text: readFileSync(id, 'utf8') } : undefined;
};

/**
 * Reads a profile with everything it extends, ready to run.
 * @param reference path of a profile, or the name of a built-in one.
 * @throws RunError if it cannot be read or has an error: a run never starts on a profile that says something unclear.
 */
export function loadProfile(reference: string): LoadedProfile {
  const builtin = builtinText(reference);
  if (builtin === undefined && reference.startsWith('builtin:')) {
    throw new RunError(`There is no profile ${reference}; the built-in ones are ${BUILTIN_PROFILES.join(', ')}.`);
  }
  const loaded = builtin === undefined ? fileLoader(reference, '') : { id: reference, text: builtin };
  if (!loaded)
    throw new RunError(`There is no profile file ${reference}; give a file, or one of ${BUILTIN_PROFILES.join(', ')}.`);
  const { profile, diagnostics, documents } = resolveProfile(readProfile(loaded.text, loaded.id), fileLoader);
  const error = diagnostics.find(d => d.severity === 'error');
  if (error)
    throw new RunError(
      describe(
        error,
        documents.find(d => d.id === error.profile),
      ),
    );
  const wanted = profile.private.knowledgeBase;
  if (!wanted) return { profile };
  const knowledgeBase = fileLoader(wanted.path, wanted.origin.profile);
  if (!knowledgeBase)
    throw new RunError(
      `The private tag knowledge base ${wanted.path} named in ${wanted.origin.profile} does not exist.`,
    );
  return { profile, knowledgeBaseText: knowledgeBase.text };
}

function describe(error: ResolveDiagnostic, document: ProfileDocument | undefined): string {
  if (!document) return `${error.profile}: ${error.message}`;
  const { line, col } = document.lines.linePos(error.range.start);
  return `${error.profile}:${line}:${col}: ${error.message} (deidbench lint shows everything there is to say about it)`;
}
