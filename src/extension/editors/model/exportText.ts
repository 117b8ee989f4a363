import type { CopyFormat } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import { kindOf, lengthOf, namesOf, pathOf, tagText, vrOf } from './nodeFacts';
import { multiplicityOf, textOf } from './nodeValue';

/** Longest value in an export, bytes. */
const CAP = 1_000_000;

export const CSV_HEADER = 'path,keyword,name,VR,VM,length,value';

/** A field of a CSV line (RFC 4180); a leading sign that a spreadsheet would take for a formula gets an apostrophe. */
function csvField(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row as a line of CSV, without its line end. */
export function csvLine(file: LoadedFile, id: number): string {
  const { keyword, name } = namesOf(file, id);
  const fields = [
    pathOf(file, id),
    keyword,
    name,
    vrOf(file, id),
    String(multiplicityOf(file, id)),
    String(lengthOf(file, id)),
    textOf(file, id, CAP).text,
  ];
  return fields.map(csvField).join(',');
}

/** One row for the clipboard. */
export function copyText(file: LoadedFile, id: number, format: CopyFormat, json: (id: number) => unknown): string {
  switch (format) {
    case 'path':
      return pathOf(file, id);
    case 'tag':
      return kindOf(file, id) === 'item' ? pathOf(file, id) : tagText(file.tag(id));
    case 'keyword':
      return namesOf(file, id).keyword || pathOf(file, id);
    case 'value':
      return textOf(file, id, CAP).text;
    case 'csv':
      return csvLine(file, id);
    case 'json':
      return JSON.stringify(json(id), null, 2);
  }
}
