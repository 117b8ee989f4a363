import * as vscode from 'vscode';

/** Page of the standard that lists a data element (PS3.6 6; file meta 7). Opens only when the user asks for it. */
export function standardUri(tag: string): vscode.Uri {
  const chapter = tag.startsWith('(0002') ? 'chapter_7' : 'chapter_6';
  return vscode.Uri.parse(`https://dicom.nema.org/medical/dicom/current/output/chtml/part06/${chapter}.html`);
}
