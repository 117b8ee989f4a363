import * as vscode from 'vscode';
import type { TextEdit } from '../../profile/diagnostic';
import type { ProfilePlace } from '../../profile/language/places';
import type { SourceRange } from '../../profile/model';
import { builtinUri } from '../editors/openOrigin';
import type { Source } from './service';

export const PROFILE = 'deid-profile';

/** Rules of other programs that are checked as they stand. */
export const FOREIGN: readonly string[] = ['ctp-script', 'deid-recipe'];

/** Profiles in editors: files on disk, of virtual file systems, untitled ones, and the shipped ones. */
export const SELECTOR: vscode.DocumentSelector = { language: PROFILE };

/** How the language service knows a document: by its path on disk, else by its URI. */
export function idOf(uri: vscode.Uri): string {
  if (uri.scheme === 'file') return uri.fsPath;
  return uri.scheme === 'deidbench-builtin' ? `builtin:${uri.path.replace(/\.deid\.yaml$/, '')}` : uri.toString();
}

/** Where a profile is, from the name that diagnostics give it. */
export function uriOf(profile: string): vscode.Uri {
  if (profile.startsWith('builtin:')) return builtinUri(profile);
  return /^[a-z][a-z0-9+.-]+:/i.test(profile) && !/^[a-z]:[\\/]/i.test(profile)
    ? vscode.Uri.parse(profile)
    : vscode.Uri.file(profile);
}

/** A document as the language service takes it. */
export function sourceOf(document: vscode.TextDocument): Source {
  return { id: idOf(document.uri), text: document.getText() };
}

/** Offsets of a text as a range of the editor. */
export function rangeOf(document: vscode.TextDocument, range: SourceRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

/** A range of the editor as offsets of the text. */
export function offsetsOf(document: vscode.TextDocument, range: vscode.Range): SourceRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Edits by offsets as edits of the editor. */
export function editsOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(edit => vscode.TextEdit.replace(rangeOf(document, edit.range), edit.newText));
}

/** Places in profiles as places in documents; files that cannot be read are left out. */
export async function locationsOf(places: readonly ProfilePlace[]): Promise<vscode.Location[]> {
  const locations: vscode.Location[] = [];
  for (const place of places) {
    const uri = uriOf(place.profile);
    if (place.range.end === 0) {
      locations.push(new vscode.Location(uri, new vscode.Position(0, 0)));
      continue;
    }
    try {
      locations.push(new vscode.Location(uri, rangeOf(await vscode.workspace.openTextDocument(uri), place.range)));
    } catch {
      // The file is gone or is no text.
    }
  }
  return locations;
}
