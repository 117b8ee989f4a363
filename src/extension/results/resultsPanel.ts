import * as vscode from 'vscode';
import type { JobSummary } from '../../protocol/jobs';

/** A plain page with the figures of a job and its report, as far as VS Code can show it without scripts. */
export function showResults(
  _extensionUri: vscode.Uri,
  title: string,
  summary: JobSummary,
  more: { readonly cancelled: boolean; readonly problems: readonly string[] },
): vscode.WebviewPanel {
  const panel = vscode.window.createWebviewPanel('deidbench.results', `${title}: results`, vscode.ViewColumn.Active, {
    enableCommandUris: ['vscode.open', 'revealFileInOS'],
  });
  panel.webview.html = page(title, summary, more);
  return panel;
}

function page(title: string, summary: JobSummary, more: { cancelled: boolean; problems: readonly string[] }): string {
  const rows: [string, string | number][] = [
    ['written', summary.written],
    ['quarantined', summary.quarantined],
    ['not DICOM', summary.notDicom],
    ['skipped', summary.skipped],
    ['seconds', summary.seconds.toFixed(1)],
    ...Object.entries(summary.figures ?? {}),
  ];
  const places = Object.entries(summary.places).map(([name, path]) => {
    const link = `command:vscode.open?${encodeURIComponent(JSON.stringify([vscode.Uri.file(path)]))}`;
    const text = /\.\w+$/.test(path) ? `<a href="${escape(link)}">${escape(path)}</a>` : escape(path);
    return `<li>${escape(name)}: ${text}</li>`;
  });
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title></head>
<body data-view="results">
<h1>${escape(title)} ${more.cancelled ? 'was cancelled' : 'is done'}</h1>
<table>${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('')}</table>
<ul>${places.join('')}</ul>
<ul>${more.problems
    .slice(0, 200)
    .map(p => `<li>${escape(p)}</li>`)
    .join('')}</ul>
</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}
