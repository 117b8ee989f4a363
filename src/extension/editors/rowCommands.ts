import * as vscode from 'vscode';
import type { CopyFormat, StandardLink } from '../../protocol/headerViewer';
import type { HeaderViewerProvider } from './headerViewerProvider';
import { registerCommand } from '../registerCommand';

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
    registerCommand(`viewer.${name}`, async (context: unknown) => {
      const text = await copyOf(viewer, context, format);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    }),
  );
  const standard = registerCommand('viewer.openStandard', async (context: unknown) => {
    const id = rowOf(context);
    const link = id === undefined ? undefined : (await viewer.activePanel()?.links(id))?.[0];
    if (link) await vscode.env.openExternal(addressOf(link));
  });
  const why = registerCommand('viewer.why', (context: unknown) => {
    const id = rowOf(context);
    if (id !== undefined) viewer.activePanel()?.showWhy(id);
  });
  return vscode.Disposable.from(...copies, standard, why);
}

/**
 * The address as it is written. A `Uri` would escape the `:` and `=` of the text directive that leads to the row of the attribute
 * (the rows of the standard have no anchors of their own that could be known); VS Code opens a text unchanged, though its types
 * do not say so.
 */
function addressOf(link: StandardLink): vscode.Uri {
  return link.href as unknown as vscode.Uri;
}

async function copyOf(viewer: HeaderViewerProvider, context: unknown, format: CopyFormat): Promise<string | undefined> {
  const id = rowOf(context);
  return id === undefined ? undefined : viewer.activePanel()?.copy(id, format);
}

/** The row a context menu was opened on. */
function rowOf(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null || !('rowId' in context)) return undefined;
  return typeof context.rowId === 'number' ? context.rowId : undefined;
}
