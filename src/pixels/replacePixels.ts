import type { DicomFile } from '../dicom/dicomFile';
import { text, topLevel } from './attributes';
import type { Box } from './boxes';
import type { FrameCodecs, NativeFrame } from './codecs/frameCodecs';
import { swapSampleBytes } from './codecs/sampleLayout';
import { EXPLICIT_LITTLE_ENDIAN, pixelSyntax } from './codecs/transferSyntaxes';
import { encapsulate } from './encapsulate';
import { decodeFrameOf, type FrameStore } from './frames';
import type { PixelDescription } from './pixelDescription';
import { assertWholeBytes, clearBits, fillBoxes } from './redaction';
import { attribute, cs, us, type AttributeValue } from './attributeValue';

/** New pixel data and the attributes that change with it; bytes are in the encoding of `transferSyntax`. */
export interface PixelReplacement {
  readonly transferSyntax: string;
  readonly pixelData: readonly Uint8Array[];
  readonly encapsulated: boolean;
  readonly attributes: readonly AttributeValue[];
}

/** A box and the frames, first to one past the last, it is blanked in. */
type BoxOnFrames = Box & { readonly frames: readonly [number, number] };

export interface PixelChanges {
  readonly boxes: readonly BoxOnFrames[];
  /** Bits of the pixel cells to clear in every frame. */
  readonly overlayMask: number;
}

/**
 * Blanks boxes and clears overlay bits. Frames nothing is to be done on keep their bytes. Native pixel data stays in its own
 * transfer syntax; compressed frames are decoded once, blanked and encoded losslessly in the same one, or, where that cannot
 * be, the whole instance becomes Explicit VR Little Endian. Returns undefined if nothing had to change.
 */
export function replacePixels(
  file: DicomFile,
  store: FrameStore,
  codecs: FrameCodecs,
  changes: PixelChanges,
  notes: string[],
): PixelReplacement | undefined {
  const { boxes, overlayMask } = changes;
  assertWholeBytes(store.description);
  const changed = new Map<number, NativeFrame>();
  for (let frame = 0; frame < store.description.frames; frame++) {
    const here = boxes.filter(b => b.frames[0] <= frame && frame < b.frames[1]);
    if (here.length === 0 && overlayMask === 0) continue;
    const native = decodeFrameOf(store, codecs, frame);
    const cleared = overlayMask !== 0 && clearBits(native, overlayMask);
    if (cleared && !notes.includes('overlay-bits-cleared')) notes.push('overlay-bits-cleared');
    if (here.length === 0 && !cleared) continue;
    fillBoxes(native, describing(store.description, native), here);
    changed.set(frame, native);
  }
  if (changed.size === 0) return undefined;
  const common = attributesOfCleaned(file);
  if (!store.encapsulated) return { ...nativeAgain(store, changed), attributes: common };
  const same = encodedAgain(store, codecs, changed);
  if (same) return { ...same, attributes: [...common, ...same.attributes] };
  notes.push('re-encoded-as-explicit-little-endian');
  const decoded = decodedWhole(store, codecs, changed);
  return { ...decoded, attributes: [...common, ...decoded.attributes] };
}

function describing(description: PixelDescription, native: NativeFrame): PixelDescription {
  return { ...description, photometricInterpretation: native.photometricInterpretation };
}

/** Native frames in the file's own byte order, with the padding that followed them. */
function nativeAgain(store: FrameStore, changed: ReadonlyMap<number, NativeFrame>) {
  const { frames, bitsAllocated, transferSyntax } = store.description;
  const unit = bitsAllocated > 8 ? bitsAllocated >> 3 : 2;
  const pixelData = Array.from({ length: frames }, (_, frame) => {
    const native = changed.get(frame);
    if (!native) return store.raw(frame);
    return store.bigEndian ? swapSampleBytes(native.bytes, unit) : native.bytes;
  });
  pixelData.push(store.trailing());
  return { transferSyntax, pixelData, encapsulated: false };
}

/** Changed frames in the same transfer syntax, untouched ones byte for byte; undefined if a frame cannot be held by it. */
function encodedAgain(store: FrameStore, codecs: FrameCodecs, changed: ReadonlyMap<number, NativeFrame>) {
  const { frames, transferSyntax } = store.description;
  if (!pixelSyntax(transferSyntax)?.encodes) return undefined;
  const fragments: Uint8Array[][] = [];
  let photometric = store.description.photometricInterpretation;
  for (let frame = 0; frame < frames; frame++) {
    const native = changed.get(frame);
    if (!native) {
      fragments.push(store.fragments(frame));
      continue;
    }
    const coded = codecs.encode(transferSyntax, native);
    if (!coded || !comesBack(codecs, transferSyntax, coded, native)) return undefined;
    fragments.push([coded]);
    photometric = photometricAfter(photometric, transferSyntax);
  }
  const stream = encapsulate(fragments, store.offsets);
  const attributes: AttributeValue[] = [];
  if (photometric !== store.description.photometricInterpretation) {
    attributes.push(attribute(0x00280004, 'CS', cs(photometric)));
  }
  if (store.description.planarConfiguration === 1) attributes.push(attribute(0x00280006, 'US', us(0)));
  if (stream.extended) {
    attributes.push(attribute(0x7fe00001, 'OV', stream.extended.offsets));
    attributes.push(attribute(0x7fe00002, 'OV', stream.extended.lengths));
  }
  return { transferSyntax, pixelData: stream.parts, encapsulated: true, attributes };
}

/**
 * JPEG 2000 coders apply the reversible colour transform to RGB, so the name of the colour model stays what it was for
 * streams of this family; all others hold the samples as they are.
 */
function photometricAfter(photometric: string, transferSyntax: string): string {
  const compression = pixelSyntax(transferSyntax)?.compression;
  if (compression === 'jpeg-2000' || compression === 'htj2k') return photometric === 'RGB' ? 'YBR_RCT' : photometric;
  return photometric;
}

/** A frame is only written if it decodes to the very samples that went in. */
function comesBack(codecs: FrameCodecs, transferSyntax: string, coded: Uint8Array, native: NativeFrame): boolean {
  const back = codecs.decode(transferSyntax, coded, native).bytes;
  if (back.length !== native.bytes.length) return false;
  for (let i = 0; i < back.length; i++) if (back[i] !== native.bytes[i]) return false;
  return true;
}

/** All frames decoded, as Explicit VR Little Endian. */
function decodedWhole(store: FrameStore, codecs: FrameCodecs, changed: ReadonlyMap<number, NativeFrame>) {
  const { frames, photometricInterpretation, bitsAllocated, samplesPerPixel } = store.description;
  const natives = Array.from({ length: frames }, (_, f) => changed.get(f) ?? decodeFrameOf(store, codecs, f));
  const [first] = natives;
  const attributes: AttributeValue[] = [];
  if (first.photometricInterpretation !== photometricInterpretation) {
    attributes.push(attribute(0x00280004, 'CS', cs(first.photometricInterpretation)));
  }
  if (samplesPerPixel > 1) attributes.push(attribute(0x00280006, 'US', us(first.planarConfiguration)));
  if (first.bitsAllocated !== bitsAllocated) attributes.push(attribute(0x00280100, 'US', us(first.bitsAllocated)));
  if (store.offsets === 'extended')
    attributes.push(attribute(0x7fe00001, 'OV', null), attribute(0x7fe00002, 'OV', null));
  const pixelData = natives.map(n => n.bytes);
  if (pixelData.reduce((n, p) => n + p.length, 0) % 2) pixelData.push(new Uint8Array(1));
  return { transferSyntax: EXPLICIT_LITTLE_ENDIAN, pixelData, encapsulated: false, attributes };
}

/**
 * What the data set must say once pixels were blanked: an icon made from the old
 * pixels is gone (PS3.15 E.3.1), and lossy compression once applied stays known (PS3.3 C.7.6.1.1.5). Burned In Annotation is
 * not among them: whoever claims the Clean Pixel Data option sets it, from `examined`.
 */
function attributesOfCleaned(file: DicomFile): AttributeValue[] {
  const level = topLevel(file);
  const attributes: AttributeValue[] = [];
  if (level.rows.has(0x00880200)) attributes.push(attribute(0x00880200, 'SQ', null));
  const lossy = pixelSyntax(file.encoding.uid)?.lossless === false || text(level, 0x00282110) === '01';
  if (lossy) attributes.push(attribute(0x00282110, 'CS', cs('01')));
  return attributes;
}
