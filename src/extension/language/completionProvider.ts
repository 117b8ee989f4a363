import * as vscode from 'vscode';
import type { CompletionItem } from '../../profile/language/completionItem';
import { rangeOf, sourceOf } from './documents';
import { languageService } from './loadService';

const KINDS: Readonly<Record<CompletionItem['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  attribute: vscode.CompletionItemKind.Field,
  action: vscode.CompletionItemKind.Keyword,
  option: vscode.CompletionItemKind.EnumMember,
  value: vscode.CompletionItemKind.Value,
  profile: vscode.CompletionItemKind.File,
  reference: vscode.CompletionItemKind.Variable,
  vr: vscode.CompletionItemKind.TypeParameter,
};

/** Characters that start a proposal besides letters. */
export const TRIGGERS = ['(', '"', "'", '/', '{', ':', ' ', ',', '-'];

/** Proposals while a profile is written. */
export class ProfileCompletion implements vscode.CompletionItemProvider {
  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionList | undefined> {
    const offset = document.offsetAt(position);
    const files = referencesFiles(document, position) ? await filesBeside(document) : [];
    const list = languageService().complete(sourceOf(document), offset, files);
    if (!list) return undefined;
    const range = rangeOf(document, list.range);
    // A completion stands on one line.
    if (!range.isSingleLine || range.start.isAfter(position)) return undefined;
    const typed = document.getText(new vscode.Range(range.start, position));
    const items = list.items.map((item, i) => toItem(item, range, position, list.incomplete ? typed : undefined, i));
    return new vscode.CompletionList(items, list.incomplete);
  }
}

/** @param filter what the editor compares with the typed text; ours is already filtered where it is given. */
function toItem(
  item: CompletionItem,
  range: vscode.Range,
  position: vscode.Position,
  filter: string | undefined,
  order: number,
): vscode.CompletionItem {
  const result = new vscode.CompletionItem({ label: item.label, description: item.detail ?? '' }, KINDS[item.kind]);
  result.insertText = item.snippet ? new vscode.SnippetString(item.insert) : item.insert;
  result.range = { inserting: new vscode.Range(range.start, position), replacing: range };
  if (filter !== undefined) result.range = range;
  result.filterText = filter ?? item.label;
  result.sortText = String(order).padStart(4, '0');
  if (item.documentation) result.documentation = new vscode.MarkdownString(item.documentation);
  if (item.more) result.command = { command: 'editor.action.triggerSuggest', title: 'Go on' };
  return result;
}

/** Whether the line is one that names files: `extends`, a word list, a table. */
function referencesFiles(document: vscode.TextDocument, position: vscode.Position): boolean {
  const before = document.getText(new vscode.Range(new vscode.Position(Math.max(0, position.line - 8), 0), position));
  return /\b(extends|file|knowledgeBase)\s*:[^:]*$/.test(before);
}

/** Files that a profile may refer to, relative to its folder. */
async function filesBeside(document: vscode.TextDocument): Promise<string[]> {
  if (document.isUntitled) return [];
  const found = await vscode.workspace.findFiles('**/*.{deid.yaml,deid.yml,txt,csv}', '**/node_modules/**', 300);
  const own = document.uri.path.split('/').slice(0, -1);
  return found
    .filter(uri => uri.scheme === document.uri.scheme && uri.toString() !== document.uri.toString())
    .map(uri => relative(own, uri.path.split('/')))
    .sort((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b, 'en'));
}

function relative(folder: readonly string[], file: readonly string[]): string {
  let common = 0;
  while (common < folder.length && common < file.length - 1 && folder[common] === file[common]) common++;
  return [...folder.slice(common).map(() => '..'), ...file.slice(common)].join('/');
}
