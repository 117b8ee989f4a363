import type { Glyph, Polarity } from './glyphs';
import { textLine, type TextLine } from './textLine';

/** Colour agreement asked between glyphs: tight for thick strokes, loose where smoothing never reaches the full value. */
const colourTolerance = (height: number) => (height >= 18 ? 0.16 : height >= 11 ? 0.28 : 0.45);

/** Side of the cells glyphs are sorted into so that only near ones are compared. */
const CELL = 24;

/** Groups glyphs into lines: alike in height, base line, colour and stroke, and no further apart than letters are. */
export function groupLines(glyphs: Glyph[], polarity: Polarity, exact: boolean): TextLine[] {
  if (glyphs.length === 0) return [];
  glyphs.sort((a, b) => a.x0 - b.x0);
  const lines: TextLine[] = [];
  for (const group of chains(glyphs)) {
    const characters = group.reduce((n, g) => n + Math.max(1, Math.round((g.x1 - g.x0) / (0.75 * (g.y1 - g.y0)))), 0);
    if (group.length >= 2 || (characters >= 3 && group[0].sharpness > 0.6)) {
      lines.push(textLine(group, polarity, exact));
    }
  }
  // A lone blob that passes for many letters must be striped like text, not a solid streak.
  return joinWords(lines, polarity, exact).filter(
    l => l.characters >= 3 && !(l.glyphs.length <= 2 && l.characters >= 4 && l.density < 0.35),
  );
}

function chains(glyphs: readonly Glyph[]): Glyph[][] {
  const parent = Int32Array.from(glyphs.keys());
  const root = (i: number) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const cells = new Map<number, number[]>();
  const key = (x: number, y: number) => y * 65536 + x;
  const rowsOf = (g: Glyph) => [Math.floor(g.y0 / CELL), Math.floor((g.y1 - 1) / CELL)];
  glyphs.forEach((g, i) => {
    const [top, bottom] = rowsOf(g);
    for (let y = top; y <= bottom; y++) {
      const k = key(Math.floor(g.x0 / CELL), y);
      const cell = cells.get(k);
      if (cell) cell.push(i);
      else cells.set(k, [i]);
    }
  });
  glyphs.forEach((a, i) => {
    const [top, bottom] = rowsOf(a);
    const reach = Math.floor((a.x1 + (a.y1 - a.y0) * 1.1 + 2) / CELL);
    for (let y = top; y <= bottom; y++) {
      for (let x = Math.floor(a.x0 / CELL); x <= reach; x++) {
        for (const j of cells.get(key(x, y)) ?? []) {
          if (j > i && areNeighbours(a, glyphs[j])) {
            const ra = root(i);
            const rb = root(j);
            if (ra !== rb) parent[rb] = ra;
          }
        }
      }
    }
  });
  const groups = new Map<number, Glyph[]>();
  glyphs.forEach((g, i) => {
    const r = root(i);
    const group = groups.get(r);
    if (group) group.push(g);
    else groups.set(r, [g]);
  });
  return [...groups.values()];
}

function areNeighbours(a: Glyph, b: Glyph): boolean {
  const ha = a.y1 - a.y0;
  const hb = b.y1 - b.y0;
  const tall = Math.max(ha, hb);
  const low = Math.min(ha, hb);
  if (b.x0 - a.x1 > 0.95 * tall + 1 || tall > 2.1 * low) return false;
  if (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) < 0.6 * low) return false;
  if (Math.abs(a.core - b.core) > colourTolerance(tall) * Math.max(a.contrast, b.contrast)) return false;
  return Math.max(a.stroke, b.stroke) <= 3.1 * Math.max(1, Math.min(a.stroke, b.stroke));
}

/** More pieces than this are texture, where joining would only cost time. */
const MAX_PIECES = 1500;

/** Joins pieces of one line over the gaps between words. */
function joinWords(lines: TextLine[], polarity: Polarity, exact: boolean): TextLine[] {
  if (lines.length > MAX_PIECES) return lines;
  lines.sort((a, b) => a.x0 - b.x0);
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i];
      const b = lines[j];
      const gap = b.x0 - a.x1;
      if (gap > 400) break;
      if (!isSameLine(a, b, gap)) continue;
      lines[i] = textLine([...a.glyphs, ...b.glyphs], polarity, exact);
      lines.splice(j, 1);
      // The joined line reaches further: look again from here.
      j = i;
    }
  }
  return lines;
}

function isSameLine(a: TextLine, b: TextLine, gap: number): boolean {
  const tall = Math.max(a.height, b.height);
  const low = Math.min(a.height, b.height);
  return (
    gap <= 2.2 * tall &&
    tall <= 1.7 * low &&
    Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) >= 0.5 * low &&
    Math.abs(a.core - b.core) <= colourTolerance(tall) * Math.max(a.contrast, b.contrast)
  );
}
