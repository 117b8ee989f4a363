import { parseDocument } from 'yaml';
import { applyEdits, type TextEdit } from '../../profile/diagnostic';
import { editProfile, type EditOperation } from '../../profile/edit';
import type { FormOperation } from '../../protocol/profileForm';

/** Text edits, or why there can be none. */
export type FormEdits = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** Where a profile starts if the file is empty. */
const START = 'deid: 1\nname: New profile\n';

/** The first fault that keeps a text from being YAML. */
export function syntaxFault(text: string): { readonly message: string; readonly start: number } | undefined {
  const [error] = parseDocument(text, { prettyErrors: false, version: '1.2' }).errors;
  if (!error) return undefined;
  const line = text.slice(0, error.pos[0]).split('\n').length;
  const what = (error.message.split('\n')[0] ?? '').replace(/[.:]?$/, '');
  return { message: `Line ${line} is not well-formed YAML: ${what}.`, start: Math.min(error.pos[0], text.length) };
}

/**
 * The smallest edits that carry out an operation of the form. An empty file gets its first lines with it. Nothing is changed in a
 * text that is not YAML, and no edit makes one of a text that is.
 */
export function formEdits(text: string, operation: FormOperation): FormEdits {
  const fault = syntaxFault(text);
  if (fault) return { problem: `${fault.message} Correct it in the text first.` };
  if (parseDocument(text).contents === null) return firstEdit(text, operation);
  const missing = missingEntry(text, operation);
  if (missing) return { problem: missing };
  const edits = editProfile(text, operation as EditOperation);
  if (syntaxFault(applyEdits(text, edits)))
    return { problem: 'This cannot be changed here because of the way it is written; change it in the text.' };
  return { edits };
}

function firstEdit(text: string, operation: FormOperation): FormEdits {
  const base = (text === '' || text.endsWith('\n') ? text : `${text}\n`) + START;
  const result = applyEdits(base, editProfile(base, operation as EditOperation));
  return { edits: [{ range: { start: text.length, end: text.length }, newText: result.slice(text.length) }] };
}

/** A rule that is not there cannot be changed; a root that is a list or a text has no place for anything. */
function missingEntry(text: string, operation: FormOperation): string | undefined {
  const profile: unknown = parseDocument(text).toJS({ maxAliasCount: 100 });
  if (typeof profile !== 'object' || profile === null || Array.isArray(profile))
    return 'The file is not a profile: it must start with keys such as deid and name.';
  if (operation.kind !== 'changeRule' && operation.kind !== 'removeRule') return undefined;
  const rules: unknown = 'rules' in profile ? profile.rules : undefined;
  return Array.isArray(rules) && operation.index < rules.length ? undefined : 'That rule is no longer there.';
}
