import * as vscode from 'vscode';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './tokenLegend';
import { editsOf, offsetsOf, rangeOf, sourceOf } from './documents';
import { languageService } from './loadService';
import type { ProfileSamples } from './samples';

export const LEGEND = new vscode.SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);

/** Hover, layout, colours, hints and lenses of profiles. */
export class ProfilePresentation
  implements
    vscode.HoverProvider,
    vscode.DocumentFormattingEditProvider,
    vscode.DocumentSemanticTokensProvider,
    vscode.InlayHintsProvider,
    vscode.CodeLensProvider
{
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#lensesChanged.event;

  constructor(private readonly samples: ProfileSamples) {
    samples.onDidChange(() => this.#lensesChanged.fire());
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const found = languageService().hover(sourceOf(document), document.offsetAt(position));
    return found && new vscode.Hover(new vscode.MarkdownString(found.text), rangeOf(document, found.range));
  }

  provideDocumentFormattingEdits(document: vscode.TextDocument): vscode.TextEdit[] {
    return editsOf(document, languageService().formatting(sourceOf(document)));
  }

  provideDocumentSemanticTokens(document: vscode.TextDocument): vscode.SemanticTokens {
    const builder = new vscode.SemanticTokensBuilder(LEGEND);
    for (const token of languageService().semanticTokens(sourceOf(document)))
      builder.push(rangeOf(document, token.range), token.type, [...token.modifiers]);
    return builder.build();
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    return languageService()
      .inlayHints(sourceOf(document), offsetsOf(document, range))
      .map(hint => {
        const result = new vscode.InlayHint(document.positionAt(hint.offset), hint.label);
        result.tooltip = hint.tooltip;
        result.paddingLeft = true;
        return result;
      });
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    return languageService()
      .codeLenses(sourceOf(document), this.samples.of(document.uri))
      .map(lens => {
        const command = { preview: 'deidbench.previewProfile', sample: 'deidbench.attachSample', rule: '' }[
          lens.action
        ];
        return new vscode.CodeLens(rangeOf(document, lens.range), {
          title: lens.title,
          command,
          ...(command === '' ? {} : { arguments: [document.uri] }),
        });
      });
  }
}
