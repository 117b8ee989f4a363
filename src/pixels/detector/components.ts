/** A set of touching pixels, kept as runs of (row, first column, column past the end). */
export interface Component {
  readonly x0: number;
  readonly y0: number;
  /** Past the last column. */
  readonly x1: number;
  /** Past the last row. */
  readonly y1: number;
  readonly area: number;
  readonly runs: Int32Array;
}

/** Sizes a glyph, or a word whose glyphs touch, can have, in pixels. */
export interface GlyphLimits {
  readonly minHeight: number;
  readonly maxHeight: number;
  readonly maxWidth: number;
  readonly maxArea: number;
}

/** Growing list of runs with the union-find forest that joins them. */
class Runs {
  count = 0;
  row = new Int32Array(1 << 14);
  first = new Int32Array(1 << 14);
  end = new Int32Array(1 << 14);
  parent = new Int32Array(1 << 14);

  add(row: number, first: number, end: number): void {
    if (this.count === this.row.length) {
      const grow = (a: Int32Array) => {
        const bigger = new Int32Array(2 * a.length);
        bigger.set(a);
        return bigger;
      };
      this.row = grow(this.row);
      this.first = grow(this.first);
      this.end = grow(this.end);
      this.parent = grow(this.parent);
    }
    const i = this.count++;
    this.row[i] = row;
    this.first[i] = first;
    this.end[i] = end;
    this.parent[i] = i;
  }

  root(i: number): number {
    const { parent } = this;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  join(a: number, b: number): void {
    const ra = this.root(a);
    const rb = this.root(b);
    // The lower index stays the root, so that roots are met first in one pass.
    if (ra < rb) this.parent[rb] = ra;
    else this.parent[ra] = rb;
  }
}

/** Eight-connected components of the pixels for which `mask` is not zero, within the limits of glyphs. */
export function components(mask: Uint8Array, width: number, height: number, limits: GlyphLimits): Component[] {
  const runs = collectRuns(mask, width, height);
  const { count, row, first, end, parent } = runs;
  const slot = new Int32Array(count);
  const x0: number[] = [];
  const y0: number[] = [];
  const x1: number[] = [];
  const y1: number[] = [];
  const area: number[] = [];
  const size: number[] = [];
  for (let i = 0; i < count; i++) {
    const r = runs.root(i);
    parent[i] = r;
    if (r === i) {
      slot[i] = x0.length;
      x0.push(first[i]);
      x1.push(end[i]);
      y0.push(row[i]);
      y1.push(row[i] + 1);
      area.push(end[i] - first[i]);
      size.push(1);
      continue;
    }
    const s = (slot[i] = slot[r]);
    if (first[i] < x0[s]) x0[s] = first[i];
    if (end[i] > x1[s]) x1[s] = end[i];
    y1[s] = row[i] + 1;
    area[s] += end[i] - first[i];
    size[s]++;
  }
  const found: Component[] = [];
  const kept = new Int32Array(x0.length).fill(-1);
  for (let s = 0; s < x0.length; s++) {
    const h = y1[s] - y0[s];
    const w = x1[s] - x0[s];
    const fits = h >= limits.minHeight && h <= limits.maxHeight && w <= limits.maxWidth && w <= 30 * h;
    if (!fits || area[s] < 4 || area[s] > limits.maxArea) continue;
    kept[s] = found.length;
    found.push({ x0: x0[s], y0: y0[s], x1: x1[s], y1: y1[s], area: area[s], runs: new Int32Array(3 * size[s]) });
  }
  const at = new Int32Array(found.length);
  for (let i = 0; i < count; i++) {
    const k = kept[slot[i]];
    if (k < 0) continue;
    const { runs: out } = found[k];
    out[at[k]++] = row[i];
    out[at[k]++] = first[i];
    out[at[k]++] = end[i];
  }
  return found;
}

function collectRuns(mask: Uint8Array, width: number, height: number): Runs {
  const runs = new Runs();
  let above = 0;
  let aboveEnd = 0;
  for (let y = 0; y < height; y++) {
    const start = runs.count;
    const rowStart = y * width;
    const rowEnd = rowStart + width;
    for (let i = rowStart; i < rowEnd;) {
      while (i < rowEnd && mask[i] === 0) i++;
      if (i === rowEnd) break;
      const from = i;
      while (i < rowEnd && mask[i] !== 0) i++;
      runs.add(y, from - rowStart, i - rowStart);
    }
    let a = above;
    for (let b = start; b < runs.count; b++) {
      while (a < aboveEnd && runs.end[a] < runs.first[b]) a++;
      for (let k = a; k < aboveEnd && runs.first[k] <= runs.end[b]; k++) runs.join(k, b);
    }
    above = start;
    aboveEnd = runs.count;
  }
  return runs;
}
