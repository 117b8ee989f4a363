import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FrameImage } from '../../src/protocol/headerViewer';

/** Draws a frame pixel by pixel; the style sheet scales it. */
export function FrameCanvas({ picture, label }: { picture: FrameImage | undefined; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !picture) return;
    element.width = picture.columns;
    element.height = picture.rows;
    const pixels = new Uint8ClampedArray(picture.rgba);
    element.getContext('2d')?.putImageData(new ImageData(pixels, picture.columns, picture.rows), 0, 0);
  }, [picture]);
  return <canvas ref={canvas} role="img" aria-label={label} data-drawn={picture ? 'true' : 'false'} />;
}
