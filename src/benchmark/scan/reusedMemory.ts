/** Sizes are rounded up to this, so that few different ones exist. */
const STEP = 1 << 14;

/** Pieces of memory that are used again: in fresh memory the system clears page after page, which takes longer than reading. */
export class ReusedMemory {
  private readonly free: Uint8Array[] = [];

  /** The smallest free piece of at least `size` bytes, or a new one; what it holds is left over from before. */
  take(size: number): Uint8Array {
    const { free } = this;
    let best = -1;
    for (let i = 0; i < free.length; i++)
      if (free[i].length >= size && (best < 0 || free[i].length < free[best].length)) best = i;
    if (best < 0) return new Uint8Array(Math.max(STEP, Math.ceil(size / STEP) * STEP));
    const piece = free[best];
    free[best] = free[free.length - 1];
    free.pop();
    return piece;
  }

  /** Gives a piece back; nothing may use it afterwards. */
  give(piece: Uint8Array): void {
    this.free.push(piece);
  }
}
