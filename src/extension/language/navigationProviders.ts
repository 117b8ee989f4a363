import * as vscode from 'vscode';
import type { OutlineItem } from '../../profile/language/outline';
import { PROFILE_FILES } from '../editors/profileChoices';
import { editsOf, idOf, locationsOf, rangeOf, sourceOf } from './documents';
import { languageService } from './loadService';
import { UserError } from '../../protocol/userError';

const KINDS: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Namespace,
  setting: vscode.SymbolKind.Property,
  option: vscode.SymbolKind.EnumMember,
  rule: vscode.SymbolKind.Field,
  recipe: vscode.SymbolKind.Object,
};

/** Definition, references, rename, outline and folding of profiles. */
export class ProfileNavigation
  implements
    vscode.DefinitionProvider,
    vscode.ReferenceProvider,
    vscode.RenameProvider,
    vscode.DocumentSymbolProvider,
    vscode.FoldingRangeProvider
{
  provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
    return locationsOf(languageService().definitions(sourceOf(document), document.offsetAt(position)));
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
    const uris = await vscode.workspace.findFiles(PROFILE_FILES, '**/node_modules/**', 200);
    const others: { id: string; text: string }[] = [];
    for (const uri of uris)
      others.push({ id: idOf(uri), text: (await vscode.workspace.openTextDocument(uri)).getText() });
    return locationsOf(languageService().references(sourceOf(document), document.offsetAt(position), others));
  }

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const target = languageService().renameTarget(sourceOf(document), document.offsetAt(position));
    if (!target) throw new UserError('Only an attribute or the name of a file can be renamed.');
    return { range: rangeOf(document, target.range), placeholder: target.text };
  }

  provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string): vscode.WorkspaceEdit {
    const change = new vscode.WorkspaceEdit();
    const edits = languageService().renameEdits(sourceOf(document), document.offsetAt(position), newName);
    change.set(document.uri, editsOf(document, edits));
    return change;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const convert = (item: OutlineItem): vscode.DocumentSymbol => {
      const symbol = new vscode.DocumentSymbol(
        item.name || '(empty)',
        item.detail,
        KINDS[item.kind],
        rangeOf(document, item.range),
        rangeOf(document, item.selection),
      );
      symbol.children = item.children.map(convert);
      return symbol;
    };
    return languageService().outline(sourceOf(document)).map(convert);
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    return languageService()
      .folding(sourceOf(document))
      .map(
        r =>
          new vscode.FoldingRange(r.start, r.end, r.kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined),
      );
  }
}
