import { PixelDataError } from './errors';

/** One fragment of encapsulated Pixel Data, as far as needed to tell where frames begin. */
export interface Fragment {
  /** Offset of its item tag from that of the first fragment, as offset tables count (PS3.5 A.4). */
  readonly offset: number;
  /** Its first bytes, up to four. */
  readonly head: Uint8Array;
}

/**
 * Which fragments make up each frame: by the offset table if it fits the fragments, else one to one, else by the stream
 * start markers. Throws `PixelDataError` rather than guess.
 */
export function groupFragments(fragments: readonly Fragment[], frames: number, offsets: readonly number[]): number[][] {
  if (frames === 1) return [fragments.map((_, i) => i)];
  const byTable = offsets.length === frames ? groupByOffsets(fragments, offsets) : undefined;
  if (byTable) return byTable;
  // A last empty fragment is padding some writers add.
  const used = fragments[fragments.length - 1].head.length === 0 ? fragments.slice(0, -1) : fragments;
  if (used.length === frames) return used.map((_, i) => [i]);
  const starts = used.flatMap((f, i) => (startsStream(f.head) ? [i] : []));
  if (starts.length === frames && starts[0] === 0) return spans(starts, used.length);
  throw new PixelDataError(
    'truncated-pixel-data',
    `${fragments.length} fragments cannot be told apart into ${frames} frames.`,
  );
}

function groupByOffsets(fragments: readonly Fragment[], offsets: readonly number[]): number[][] | undefined {
  const at = new Map(fragments.map((f, i) => [f.offset, i]));
  const starts: number[] = [];
  for (const offset of offsets) {
    const index = at.get(offset);
    if (index === undefined || (starts.length > 0 && index <= starts[starts.length - 1])) return undefined;
    starts.push(index);
  }
  return starts[0] === 0 ? spans(starts, fragments.length) : undefined;
}

function spans(starts: readonly number[], count: number): number[][] {
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? count;
    return Array.from({ length: end - start }, (_, k) => start + k);
  });
}

/** Start of a JPEG, JPEG-LS (FF D8 FF) or JPEG 2000 (FF 4F FF 51) stream. */
function startsStream(head: Uint8Array): boolean {
  return head[0] === 0xff && ((head[1] === 0xd8 && head[2] === 0xff) || (head[1] === 0x4f && head[2] === 0xff));
}
