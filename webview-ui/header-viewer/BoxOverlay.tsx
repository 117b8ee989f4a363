import type { TextBox } from '../../src/protocol/headerViewer';

interface BoxOverlayProps {
  readonly boxes: readonly TextBox[];
  readonly frame: number;
  readonly columns: number;
  readonly rows: number;
  /** Index of the box that is pointed at; -1: none. */
  readonly pointed: number;
  point(index: number): void;
}

/** Boxes of a frame over the image, in its coordinates; the table below says the same in words. */
export function BoxOverlay({ boxes, frame, columns, rows, pointed, point }: BoxOverlayProps) {
  return (
    <svg class="boxes" viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
      {boxes.map((box, index) =>
        box.frames[0] <= frame && frame < box.frames[1] ? (
          <rect
            key={index}
            class={`box ${box.found} ${box.hidden ? 'hides' : 'stays'}${pointed === index ? ' pointed' : ''}`}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            vector-effect="non-scaling-stroke"
            onPointerEnter={() => point(index)}
            onPointerLeave={() => point(-1)}
          >
            <title>{`${index + 1}. ${box.reason} ${box.fate}`}</title>
          </rect>
        ) : null,
      )}
    </svg>
  );
}
