import * as vscode from 'vscode';

let channel: vscode.LogOutputChannel | undefined;

/** The log of the extension: codes, counts and paths, never a value of a data element. */
export function log(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('DeID Bench', { log: true });
  return channel;
}
