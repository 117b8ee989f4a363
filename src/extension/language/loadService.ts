import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { ProfileLoader } from '../../profile/resolve';
import type { LanguageService, createLanguageService } from './service';

let service: LanguageService | undefined;

/**
 * The language service: a bundle of its own (dist/languageService.js) with the tables of the standard, loaded when the first
 * profile is opened.
 */
export function languageService(): LanguageService {
  if (service) return service;
  const bundle = createRequire(__filename)(join(__dirname, 'languageService.js')) as {
    readonly createLanguageService: typeof createLanguageService;
  };
  service = bundle.createLanguageService(loadReference);
  return service;
}

/** Files that a profile refers to: as they stand in an editor, else as they are on disk. */
const loadReference: ProfileLoader = (reference, from) => {
  if (from === '' || from.startsWith('builtin:')) return undefined;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(from), '..', reference);
    const open = vscode.workspace.textDocuments.find(d => d.uri.toString() === uri.toString());
    return open && { id: uri.toString(), text: open.getText() };
  }
  const id = resolve(dirname(from), reference);
  const open = vscode.workspace.textDocuments.find(d => d.uri.scheme === 'file' && d.uri.fsPath === id);
  if (open) return { id, text: open.getText() };
  try {
    return existsSync(id) ? { id, text: readFileSync(id, 'utf8') } : undefined;
  } catch {
    return undefined;
  }
};
