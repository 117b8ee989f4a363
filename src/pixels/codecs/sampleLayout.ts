/** Planes one after the other (Planar Configuration 1) to samples side by side (0). */
export function toInterleaved(planar: Uint8Array, pixels: number, samples: number, bytesPerSample: number): Uint8Array {
  const out = new Uint8Array(pixels * samples * bytesPerSample);
  for (let s = 0; s < samples; s++) {
    for (let i = 0, from = s * pixels * bytesPerSample; i < pixels; i++) {
      const to = (i * samples + s) * bytesPerSample;
      for (let b = 0; b < bytesPerSample; b++) out[to + b] = planar[from++];
    }
  }
  return out;
}

/** Reverses the bytes of every sample, in a copy: big endian to little endian and back (PS3.5 7.3). */
export function swapSampleBytes(bytes: Uint8Array, bytesPerSample: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const whole = bytes.length - (bytes.length % bytesPerSample);
  for (let i = 0; i < whole; i += bytesPerSample) {
    for (let b = 0; b < bytesPerSample; b++) out[i + b] = bytes[i + bytesPerSample - 1 - b];
  }
  out.set(bytes.subarray(whole), whole);
  return out;
}
