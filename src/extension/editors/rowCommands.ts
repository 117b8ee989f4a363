import * as vscode from 'vscode';
import type { CopyFormat } from '../../protocol/headerViewer';
import type { HeaderViewerProvider } from './headerViewerProvider';
import { standardUri } from './standardLinks';

const COPIES: Readonly<Record<string, CopyFormat>> = {
  copyValue: 'value',
  copyPath: 'path',
  copyTag: 'tag',
  copyKeyword: 'keyword',
  copyJson: 'json',
  copyCsv: 'csv',
};

/** Commands of the context menu of a row; VS Code hands them what the row says in `data-vscode-context`. */
export function registerRowCommands(viewer: HeaderViewerProvider): vscode.Disposable {
  const copies = Object.entries(COPIES).map(([name, format]) =>
    vscode.commands.registerCommand(`deidbench.viewer.${name}`, async (context: unknown) => {
      const text = await copyOf(viewer, context, format);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    }),
  );
  const standard = vscode.commands.registerCommand('deidbench.viewer.openStandard', async (context: unknown) => {
    const tag = await copyOf(viewer, context, 'tag');
    if (tag !== undefined) await vscode.env.openExternal(standardUri(tag));
  });
  return vscode.Disposable.from(...copies, standard);
}

async function copyOf(viewer: HeaderViewerProvider, context: unknown, format: CopyFormat): Promise<string | undefined> {
  if (typeof context !== 'object' || context === null || !('rowId' in context)) return undefined;
  if (typeof context.rowId !== 'number') return undefined;
  return viewer.activePanel()?.copy(context.rowId, format);
}
