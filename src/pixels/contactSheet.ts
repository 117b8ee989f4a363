import type { CleanedBox } from './cleanPixels';
import type { PixelRisk } from './triage';

/** One image on the sheet. */
export interface SheetEntry {
  /** How the image is called in the output: a pseudonymous path, never the input's. */
  readonly name: string;
  readonly risk: PixelRisk;
  readonly modality: string;
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  /** What was blanked; empty for images left as they were. */
  readonly boxes: readonly CleanedBox[];
  readonly notes: readonly string[];
  /** PNG `data:` URI of the image as it was written, that is cleaned. */
  readonly thumbnail: string;
}

/** One of the two lists of a sheet; cards are strings of `sheetCard`, so that long lists need not be held in memory. */
export interface SheetSection {
  readonly count: number;
  readonly cards: Iterable<string>;
}

/** True for images that belong under `Changed`. */
export function isChanged(entry: SheetEntry): boolean {
  return entry.boxes.length > 0 || entry.notes.includes('overlay-bits-cleared');
}

/**
 * A page for a human to glance over after a run, piece by piece: every image that was changed, with the blanked boxes
 * outlined, then every image of a risky class that was not. Self-contained, no script, nothing loaded; says where and why,
 * never what was read.
 */
export function* sheetPage(title: string, changed: SheetSection, unchanged: SheetSection): Generator<string> {
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${changed.count} image(s) changed, ${unchanged.count} image(s) of risky classes left as they were. Look for text that
is still readable, and for boxes that hide what should be seen.</p>
`;
  yield* section('Changed', changed);
  yield* section('Not changed', unchanged);
  yield '</body>\n</html>\n';
}

/** The whole page at once. */
export function contactSheet(title: string, entries: readonly SheetEntry[]): string {
  const listed = (of: SheetEntry[]): SheetSection => ({ count: of.length, cards: of.map(sheetCard) });
  const page = sheetPage(title, listed(entries.filter(isChanged)), listed(entries.filter(e => !isChanged(e))));
  return [...page].join('');
}

function* section(heading: string, { count, cards }: SheetSection): Generator<string> {
  yield `<h2>${heading}</h2>\n`;
  if (count === 0) {
    yield '<p>None.</p>\n';
    return;
  }
  yield '<ul>\n';
  for (const card of cards) yield `${card}\n`;
  yield '</ul>\n';
}

/** One image as a list item of HTML. */
export function sheetCard(entry: SheetEntry): string {
  const { columns, rows } = entry;
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`;
  const outlines = entry.boxes.map(
    b =>
      `<i style="left:${percent(b.x, columns)};top:${percent(b.y, rows)};width:${percent(b.width, columns)};height:${percent(b.height, rows)}"></i>`,
  );
  const frames = entry.frames > 1 ? `, ${entry.frames} frames` : '';
  const alt = `${entry.modality || 'image'}, ${entry.boxes.length} box(es) blanked`;
  const list = entry.boxes.map(
    b => `<li>${b.x},${b.y} ${b.width}×${b.height}: ${escaped(b.reason)}${frameRange(b, entry)}</li>`,
  );
  const notes = entry.notes.map(n => `<li>${escaped(n)}</li>`);
  const reasons = list.length + notes.length > 0 ? `<ul>${[...list, ...notes].join('')}</ul>` : '';
  return `<li class="card"><div class="image"><img src="${escaped(entry.thumbnail)}" alt="${escaped(alt)}">${outlines.join('')}</div>
<p><strong>${escaped(entry.name)}</strong></p>
<p>${escaped(entry.modality)} ${columns}×${rows}${frames}, risk ${entry.risk}</p>
${reasons}</li>`;
}

function frameRange(box: CleanedBox, entry: SheetEntry): string {
  const [from, to] = box.frames;
  if (entry.frames === 1 || (from === 0 && to === entry.frames)) return '';
  return to - from === 1 ? ` (frame ${from + 1})` : ` (frames ${from + 1} to ${to})`;
}

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
body > ul { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
.card { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 4px; padding: 0.5rem; }
.card p { margin: 0.25rem 0; overflow-wrap: anywhere; }
.card ul { margin: 0.25rem 0; padding-left: 1.2rem; font-size: 12px; }
.image { position: relative; background: #000; }
.image img { display: block; width: 100%; height: auto; }
.image i { position: absolute; outline: 2px solid #ff9f1c; }
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
