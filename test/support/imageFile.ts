import { openDicom } from '../../src/dicom/openFile';
import { memorySource } from '../../src/dicom/byteSource';
import type { DicomFile } from '../../src/dicom/dicomFile';
import { dicomFile, element } from './dicomBytes.mjs';

/** A small image for tests; unset attributes are those of an 8-bit MONOCHROME2 secondary capture. */
export interface TestImage {
  readonly rows: number;
  readonly columns: number;
  /** Native bytes, or the fragments of encapsulated pixel data (the offset table first). */
  readonly pixels: Uint8Array | readonly Uint8Array[];
  readonly transferSyntax?: string;
  readonly sopClass?: string;
  readonly modality?: string;
  readonly samples?: number;
  readonly photometric?: string;
  readonly planar?: number;
  readonly bitsAllocated?: number;
  readonly bitsStored?: number;
  readonly highBit?: number;
  readonly signed?: boolean;
  readonly frames?: number;
  /** More elements; they are put in order of tags. */
  readonly more?: readonly {
    readonly tag: number;
    readonly vr: string;
    readonly value: string | number | Uint8Array | readonly (readonly Uint8Array[])[];
  }[];
}

/** The bytes of a Part 10 file with this image. */
export function imageBytes(image: TestImage): Uint8Array {
  const bitsAllocated = image.bitsAllocated ?? 8;
  const bitsStored = image.bitsStored ?? bitsAllocated;
  const samples = image.samples ?? 1;
  const sopClass = image.sopClass ?? '1.2.840.10008.5.1.4.1.1.7';
  const elements = [
    { tag: 0x00080016, vr: 'UI', value: sopClass },
    { tag: 0x00080018, vr: 'UI', value: '1.2.3.4' },
    { tag: 0x00080060, vr: 'CS', value: image.modality ?? 'OT' },
    { tag: 0x00280002, vr: 'US', value: samples },
    { tag: 0x00280004, vr: 'CS', value: image.photometric ?? (samples === 3 ? 'RGB' : 'MONOCHROME2') },
    ...(samples > 1 ? [{ tag: 0x00280006, vr: 'US', value: image.planar ?? 0 }] : []),
    ...(image.frames ? [{ tag: 0x00280008, vr: 'IS', value: String(image.frames) }] : []),
    { tag: 0x00280010, vr: 'US', value: image.rows },
    { tag: 0x00280011, vr: 'US', value: image.columns },
    { tag: 0x00280100, vr: 'US', value: bitsAllocated },
    { tag: 0x00280101, vr: 'US', value: bitsStored },
    { tag: 0x00280102, vr: 'US', value: image.highBit ?? bitsStored - 1 },
    { tag: 0x00280103, vr: 'US', value: image.signed ? 1 : 0 },
    ...(image.more ?? []),
  ]
    .sort((a, b) => a.tag - b.tag)
    .map(e => element(e.tag, e.vr, e.value));
  const { pixels } = image;
  elements.push(
    pixels instanceof Uint8Array
      ? element(0x7fe00010, bitsAllocated > 8 ? 'OW' : 'OB', pixels)
      : encapsulated(pixels.map(p => [itemHeader(p.length), p]).flat()),
  );
  return dicomFile(elements, { sopClass, transferSyntax: image.transferSyntax });
}

/** The same, opened. */
export function imageFile(image: TestImage): DicomFile {
  return openDicom(memorySource(imageBytes(image)));
}

/** Pixel Data of undefined length around items that are already written (PS3.5 A.4). */
export function encapsulated(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]),
    ...items,
    Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]),
  ]);
}

function itemHeader(length: number): Uint8Array {
  const out = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  out.writeUInt32LE(length, 4);
  return out;
}
