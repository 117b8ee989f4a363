import { parentPort } from 'node:worker_threads';
import { openDicom } from '../../dicom/openFile';
import type { DisplayWindow, FrameImage } from '../../protocol/headerViewer';
import { RpcPeer, Transferred } from '../../protocol/rpc';
import type { FrameCodecs, NativeFrame } from '../../pixels/codecs/frameCodecs';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import type { FloatFrames, FloatValues } from '../../pixels/floatFrames';
import { openFloatFrames, rangeWindow, renderFloats } from '../../pixels/floatFrames';
import type { FrameStore } from '../../pixels/frames';
import { decodeFrameOf, openFrames } from '../../pixels/frames';
import { percentiles } from '../../pixels/percentiles';
import type { PixelDescription } from '../../pixels/pixelDescription';
import { pixelDescription } from '../../pixels/pixelDescription';
import type { RgbaImage } from '../../pixels/render';
import { renderNative } from '../../pixels/render';
import { storedValues } from '../../pixels/storedValues';
import type { FrameRequest, FrameThreadCalls } from './frameThread';
import type { FrameGroups } from './frameGroups';
import { frameGroups } from './frameGroups';
import type { OverlayPlane } from './overlays';
import { drawOverlays, overlayPlanes } from './overlays';
import { findPicture, fulfils } from './findPicture';
import { openReference } from './openReference';
import { portTransport } from './portTransport';
import { UserError } from '../../protocol/userError';

/** Entry of dist/framesWorker.js: decodes and draws the frames of one file. */
if (!parentPort) throw new Error('This file runs as a worker thread.');

let store: FrameStore | undefined;
let floats: FloatFrames | undefined;
let planes: OverlayPlane[] = [];
let groupsOf: (frame: number) => FrameGroups = () => ({});
let codecs: FrameCodecs | undefined;
let close: (() => void) | undefined;
/** The frame decoded last: changing the window must not decode it again. */
let latest: { readonly frame: number; readonly native: NativeFrame } | undefined;
let latestFloats: { readonly frame: number; readonly values: FloatValues } | undefined;

new RpcPeer<FrameThreadCalls, object>(portTransport(parentPort), {
  open: async ({ file, when = [] }) => {
    close?.();
    store = floats = latest = latestFloats = codecs = close = undefined;
    const opened = openReference(file);
    close = () => opened.close();
    const dicom = openDicom(opened.source);
    planes = overlayPlanes(dicom);
    floats = openFloatFrames(dicom);
    groupsOf = frameGroups(dicom, floats !== undefined);
    if (floats) return { frames: floats.frames, fits: fulfils(dicom, when) };
    const description = pixelDescription(dicom);
    store = openFrames(dicom, description);
    if (store.encapsulated) codecs = await loadFrameCodecs(description.transferSyntax);
    return { frames: description.frames, fits: fulfils(dicom, when) };
  },
  find: ({ folder, when, after }) => findPicture(folder, when, after),
  render,
});

function render(request: FrameRequest): Transferred<FrameImage> {
  return floats ? renderFloat(floats, request) : renderStored(request);
}

function renderFloat(from: FloatFrames, { frame, window, overlays }: FrameRequest): Transferred<FrameImage> {
  if (latestFloats?.frame !== frame) latestFloats = { frame, values: from.values(frame) };
  const { values } = latestFloats;
  const frames = { ...from, ...groupsOf(frame) };
  const used = window ?? frames.window ?? rangeWindow(values, frames);
  return answer(frame, renderFloats(values, frames, used), used, image => {
    if (overlays) drawOverlays(planes, frame, image, undefined);
  });
}

function renderStored({ frame, window, overlays }: FrameRequest): Transferred<FrameImage> {
  if (!store) throw new UserError('No file is open.');
  if (latest?.frame !== frame) latest = { frame, native: decode(store, frame) };
  const { native } = latest;
  const groups = groupsOf(frame);
  const description = { ...store.description, ...groups };
  const grey = native.photometricInterpretation.startsWith('MONOCHROME');
  const used = grey ? (window ?? description.window ?? fullWindow(native, description)) : undefined;
  return answer(frame, renderNative(native, description, used), used, image => {
    if (overlays) drawOverlays(planes, frame, image, native);
  });
}

function answer(
  frame: number,
  { width, height, rgba }: RgbaImage,
  window: DisplayWindow | undefined,
  drawOver: (image: FrameImage) => void,
): Transferred<FrameImage> {
  const buffer = rgba.buffer as ArrayBuffer;
  const bytes = new Uint8Array(buffer, rgba.byteOffset, rgba.byteLength);
  const image: FrameImage = { frame, columns: width, rows: height, rgba: bytes, window };
  drawOver(image);
  return new Transferred(image, [buffer]);
}

function decode(from: FrameStore, frame: number): NativeFrame {
  const none: FrameCodecs = {
    decode: () => {
      throw new UserError('There is no decoder for this file.');
    },
    encode: () => undefined,
  };
  return decodeFrameOf(from, codecs ?? none, frame);
}

/** For files without a window: nearly all of the values. */
function fullWindow(native: NativeFrame, description: PixelDescription): DisplayWindow {
  const { slope, intercept } = description.rescale;
  const [low = 0, high = 1] = percentiles(storedValues(native, description.highBit), [0.005, 0.995]);
  const width = Math.max(1, Math.abs((high - low) * slope) + 1);
  return { center: ((low + high) / 2) * slope + intercept + 0.5, width };
}
