import { parentPort } from 'node:worker_threads';
import { openDicom } from '../../dicom/openFile';
import type { DisplayWindow, FrameImage } from '../../protocol/headerViewer';
import { RpcPeer, Transferred } from '../../protocol/rpc';
import type { FrameCodecs, NativeFrame } from '../../pixels/codecs/frameCodecs';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import type { FrameStore } from '../../pixels/frames';
import { decodeFrameOf, openFrames } from '../../pixels/frames';
import { percentiles } from '../../pixels/percentiles';
import type { PixelDescription } from '../../pixels/pixelDescription';
import { pixelDescription } from '../../pixels/pixelDescription';
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
let planes: OverlayPlane[] = [];
let groupsOf: (frame: number) => FrameGroups = () => ({});
let codecs: FrameCodecs | undefined;
let close: (() => void) | undefined;
/** The frame decoded last: changing the window must not decode it again. */
let latest: { readonly frame: number; readonly native: NativeFrame } | undefined;

new RpcPeer<FrameThreadCalls, object>(portTransport(parentPort), {
  open: async ({ file, when = [] }) => {
    close?.();
    store = latest = codecs = close = undefined;
    const opened = openReference(file);
    close = () => opened.close();
    const dicom = openDicom(opened.source);
    const description = pixelDescription(dicom);
    planes = overlayPlanes(dicom);
    groupsOf = frameGroups(dicom);
    store = openFrames(dicom, description);
    if (store.encapsulated) codecs = await loadFrameCodecs(description.transferSyntax);
    return { frames: description.frames, fits: fulfils(dicom, when) };
  },
  find: ({ folder, when, after }) => findPicture(folder, when, after),
  render,
});

function render({ frame, window, overlays }: FrameRequest): Transferred<FrameImage> {
  if (!store) throw new UserError('No file is open.');
  if (latest?.frame !== frame) latest = { frame, native: decode(store, frame) };
  const { native } = latest;
  const groups = groupsOf(frame);
  const description = { ...store.description, ...groups };
  const grey = native.photometricInterpretation.startsWith('MONOCHROME');
  const used = grey ? (window ?? description.window ?? fullWindow(native, description)) : undefined;
  const { width, height, rgba } = renderNative(native, description, used);
  const buffer = rgba.buffer as ArrayBuffer;
  const bytes = new Uint8Array(buffer, rgba.byteOffset, rgba.byteLength);
  const image: FrameImage = { frame, columns: width, rows: height, rgba: bytes, window: used };
  if (overlays) drawOverlays(planes, frame, image, native);
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
