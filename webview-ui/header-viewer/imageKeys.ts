/** What keys and wheel can do to the image. */
export interface ImageActions {
  readonly frames: number;
  step(by: number): void;
  toFrame(frame: number): void;
  adjust(center: number, width: number): void;
  /** 1: larger, -1: smaller, 0: as large as there is room. */
  resize(direction: 1 | 0 | -1): void;
  togglePlaying(): void;
}

/** Keys of the image: frames, window, size, playing. */
export function imageKey(event: KeyboardEvent, actions: ImageActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys: Record<string, () => void> = {
    ArrowUp: () => actions.step(-1),
    ArrowDown: () => actions.step(1),
    PageUp: () => actions.step(-10),
    PageDown: () => actions.step(10),
    Home: () => actions.toFrame(0),
    End: () => actions.toFrame(actions.frames - 1),
    ArrowLeft: () => (event.shiftKey ? actions.adjust(-10, 0) : actions.adjust(0, -20)),
    ArrowRight: () => (event.shiftKey ? actions.adjust(10, 0) : actions.adjust(0, 20)),
    '+': () => actions.resize(1),
    '=': () => actions.resize(1),
    '-': () => actions.resize(-1),
    '0': () => actions.resize(0),
    ' ': actions.togglePlaying,
  };
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
