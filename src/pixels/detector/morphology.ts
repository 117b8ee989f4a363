/**
 * Grey-scale morphology on 8-bit images with square windows. A running extreme over a window of odd size `s` is built from
 * shifted copies, doubling the reach each time, so the cost grows with log(s); rows are processed in flat order.
 */

/** Bright structures thinner than the window: image minus its opening. */
export function brightDetail(image: Uint8Array, width: number, height: number, window: number): Uint8Array {
  const opened = extreme(extreme(image, width, height, window, lesser), width, height, window, greater);
  const out = new Uint8Array(image.length);
  for (let i = 0; i < image.length; i++) out[i] = image[i] > opened[i] ? image[i] - opened[i] : 0;
  return out;
}

/** The image with bright and dark exchanged. */
export function inverted(image: Uint8Array): Uint8Array {
  const out = new Uint8Array(image.length);
  for (let i = 0; i < image.length; i++) out[i] = 255 - image[i];
  return out;
}

type Combine = (from: Uint8Array, to: Uint8Array, count: number, step: number) => void;

const greater: Combine = (from, to, count, step) => {
  for (let i = 0, j = step; i < count; i++, j++) {
    const a = from[i];
    const b = from[j];
    to[i] = a > b ? a : b;
  }
};

const lesser: Combine = (from, to, count, step) => {
  for (let i = 0, j = step; i < count; i++, j++) {
    const a = from[i];
    const b = from[j];
    to[i] = a < b ? a : b;
  }
};

/** Running extreme over a window centred on each pixel; pixels outside the image take the value of the nearest edge. */
function extreme(image: Uint8Array, width: number, height: number, window: number, combine: Combine): Uint8Array {
  const r = window >> 1;
  const w = width + 2 * r;
  const h = height + 2 * r;
  // Padding by the edge lets both directions run over one flat array; what wraps around falls into the padding.
  let from = new Uint8Array(w * h);
  let to = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const source = Math.min(height - 1, Math.max(0, y - r)) * width;
    const target = y * w;
    from.fill(image[source], target, target + r);
    from.set(image.subarray(source, source + width), target + r);
    from.fill(image[source + width - 1], target + r + width, target + w);
  }
  for (const stride of [1, w]) {
    for (let reach = 1; reach < window;) {
      const step = Math.min(reach, window - reach);
      const count = w * h - step * stride;
      combine(from, to, count, step * stride);
      to.set(from.subarray(count), count);
      [from, to] = [to, from];
      reach += step;
    }
  }
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) out.set(from.subarray(y * w, y * w + width), y * width);
  return out;
}
