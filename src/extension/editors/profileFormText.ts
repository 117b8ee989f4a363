import { isMap, parseDocument, type ParsedNode } from 'yaml';
import { applyEdits, type TextEdit } from '../../profile/diagnostic';
import { editProfile, editTree, type EditOperation } from '../../profile/edit';
import { child, listItems } from '../../profile/yamlNodes';
import type { FormOperation } from '../../protocol/profileForm';

/** Text edits, or why there can be none. */
export type FormEdits = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** Where a profile starts if the file is empty. */
const START = 'deid: 1\nname: New profile\n';

/** The first fault that keeps a text from being YAML. */
export function syntaxFault(text: string): { readonly message: string; readonly start: number } | undefined {
  return faultOf(text, parse(text));
}

/**
 * The smallest edits that carry out an operation of the form. An empty file gets its first lines with it. Nothing is changed in a
 * text that is not YAML, and no edit makes one of a text that is.
 */
export function formEdits(text: string, operation: FormOperation): FormEdits {
  const parsed = parse(text);
  const fault = faultOf(text, parsed);
  if (fault) return { problem: `${fault.message} Correct it in the text first.` };
  const root = parsed.contents as ParsedNode | null;
  if (root === null) return firstEdit(text, operation);
  const missing = missingEntry(root, operation);
  if (missing) return { problem: missing };
  const edits = editTree(text, root, operation as EditOperation);
  if (edits.length > 0 && syntaxFault(applyEdits(text, edits)))
    return { problem: 'This cannot be changed here because of the way it is written; change it in the text.' };
  return { edits };
}

function parse(text: string): ReturnType<typeof parseDocument> {
  return parseDocument(text, { prettyErrors: false, version: '1.2' });
}

function faultOf(text: string, parsed: ReturnType<typeof parseDocument>): ReturnType<typeof syntaxFault> {
  const [error] = parsed.errors;
  if (!error) return undefined;
  const line = text.slice(0, error.pos[0]).split('\n').length;
  const what = (error.message.split('\n')[0] ?? '').replace(/[.:]?$/, '');
  return { message: `Line ${line} is not well-formed YAML: ${what}.`, start: Math.min(error.pos[0], text.length) };
}

function firstEdit(text: string, operation: FormOperation): FormEdits {
  const base = (text === '' || text.endsWith('\n') ? text : `${text}\n`) + START;
  const result = applyEdits(base, editProfile(base, operation as EditOperation));
  return { edits: [{ range: { start: text.length, end: text.length }, newText: result.slice(text.length) }] };
}

/** A rule that is not there cannot be changed; a root that is a list or a text has no place for anything. */
function missingEntry(root: ParsedNode, operation: FormOperation): string | undefined {
  if (!isMap(root)) return 'The file is not a profile: it must start with keys such as deid and name.';
  if (operation.kind !== 'changeRule' && operation.kind !== 'removeRule') return undefined;
  const count = listItems(child(root, 'rules')).length;
  return operation.index < count ? undefined : 'That rule is no longer there.';
}
