/**
 * A stroke font of our own: each character is a few polylines on a grid 4 wide and 6 high (y downwards, baseline at 6).
 * Points are two digits `xy`; polylines are separated by blanks. Lower case is drawn as capitals.
 */
const STROKES: Readonly<Record<string, string>> = {
  A: '062046 1434',
  B: '06003041423303 3344453606',
  C: '4130100105163645',
  D: '06002042442606',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '1030 2026 1636',
  J: '404536160504',
  K: '0006 4003 0346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2546',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  '0': '103041453616050110',
  '1': '112026 1636',
  '2': '0110304142050646',
  '3': '01103041423323 334445361605',
  '4': '36300444',
  '5': '40000232434445361605',
  '6': '4130100105163645443303',
  '7': '004016',
  '8': '1030414233130201 1304051636454433',
  '9': '4313020110304145361605',
  '.': '2526',
  ',': '2517',
  ':': '2122 2425',
  '-': '1333',
  '/': '0640',
  "'": '2021',
  '(': '30212536',
  ')': '10212516',
  '#': '1016 3036 0242 0444',
  '^': '112031',
};

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** Segments of one character on the grid; blank and unknown characters have none. */
function segmentsOf(char: string): Segment[] {
  const strokes = STROKES[char.toUpperCase()];
  if (strokes === undefined) return [];
  return strokes.split(' ').flatMap(line => {
    const points = [...line.matchAll(/(\d)(\d)/g)].map(m => [Number(m[1]), Number(m[2])] as const);
    return points.slice(1).map((q, i): Segment => [points[i]![0], points[i]![1], q[0], q[1]]);
  });
}

/** Text drawn on a small canvas: coverage 0 (background) to 1 (ink) per pixel, row by row. */
export interface TextMask {
  readonly width: number;
  readonly height: number;
  readonly coverage: Float32Array;
}

/** Text without accents, in the characters the font has. */
export function drawable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
}

/**
 * Draws one line of text with capitals `capHeight` pixels high (8 or more to be readable) and a margin of 2 pixels around.
 */
export function drawText(text: string, capHeight: number): TextMask {
  const unit = capHeight / 6;
  const pen = Math.max(0.55, capHeight * 0.065);
  const advance = unit * 5.6;
  const margin = 2 + Math.ceil(pen);
  const chars = [...drawable(text)];
  const width = Math.ceil(chars.length * advance - unit * 1.6) + 2 * margin;
  const height = Math.ceil(capHeight) + 2 * margin;
  const coverage = new Float32Array(width * height);
  chars.forEach((char, index) => {
    const left = margin + index * advance;
    for (const [ax, ay, bx, by] of segmentsOf(char)) {
      const x0 = left + ax * unit;
      const y0 = margin + ay * unit;
      const x1 = left + bx * unit;
      const y1 = margin + by * unit;
      paintSegment(coverage, width, height, x0, y0, x1, y1, pen);
    }
  });
  return { width, height, coverage };
}

/** Ink of one line with round ends and a soft edge of one pixel. */
function paintSegment(
  out: Float32Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  pen: number,
): void {
  const reach = pen + 1;
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length2 = dx * dx + dy * dy;
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length2));
      const distance = Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
      const ink = Math.min(1, Math.max(0, pen + 0.5 - distance));
      const at = y * width + x;
      if (ink > out[at]!) out[at] = ink;
    }
  }
}
