/** Browsers stop laying out above some 33 million pixels; above this height the scroll bar stands for more than its pixels. */
export const MAX_HEIGHT = 15_000_000;

export interface VirtualWindow {
  /** Height of the whole list in pixels. */
  readonly height: number;
  /** Index of the first and past the last row to draw. */
  readonly first: number;
  readonly last: number;
  /** Where row `first` is drawn, pixels from the top of the list. */
  readonly top: number;
}

/** Which of `total` rows of equal height to draw for a scroll position. */
export function virtualWindow(
  total: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  overscan: number,
): VirtualWindow {
  const full = total * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const scrollable = Math.max(1, height - viewHeight);
  const position = height === full ? scrollTop : (scrollTop / scrollable) * (full - viewHeight);
  const firstSeen = Math.max(0, Math.floor(position / rowHeight));
  const first = Math.max(0, firstSeen - overscan);
  const last = Math.min(total, firstSeen + Math.ceil(viewHeight / rowHeight) + 1 + overscan);
  return { height, first, last, top: first * rowHeight - position + scrollTop };
}

/** The scroll position that shows a row: unchanged if it is seen already. */
export function scrollToShow(
  index: number,
  total: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const full = total * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const scale = height === full ? 1 : Math.max(1, height - viewHeight) / (full - viewHeight);
  const position = scrollTop / scale;
  const top = index * rowHeight;
  if (top < position) return top * scale;
  if (top + rowHeight > position + viewHeight) return (top + rowHeight - viewHeight) * scale;
  return scrollTop;
}
