import type { OutputPart } from '../dicom/edits';

/** What the engine did to one data element, as the audit keeps it: paths, actions and codes, never a value. */
export interface AuditEntry {
  /** Tag path in the form `(0008,1140)[<0>](0008,1150)`; private attributes as `(0029,"CREATOR",10)`. */
  readonly path: string;
  readonly action: string;
  /** Which rule, option, table cell or default decided, for example `table X/Z/D -> Z (Type 2)`. */
  readonly reason: string;
}

/** Pixels that were cleaned before the engine runs; made by `src/pixels`, handed in by `src/jobs`. */
export interface PixelOutcome {
  /** True if every frame of this instance was examined as the Clean Pixel Data option demands (PS3.15 E.3.1). */
  readonly examined: boolean;
  /** Present if pixels were changed. */
  readonly replacement?: {
    /** Transfer Syntax UID of the new PixelData; equal to the old one where an encoder exists. */
    readonly transferSyntax: string;
    /** Value field of the new (7FE0,0010): native bytes, or the whole encapsulated stream without the sequence delimiter. */
    readonly pixelData: readonly Uint8Array[];
    readonly encapsulated: boolean;
    /** Attributes that change with it (PhotometricInterpretation, PlanarConfiguration, LossyImageCompression ...): tag, VR, bytes or null to remove. */
    readonly attributes: readonly { readonly tag: number; readonly vr: string; readonly bytes: Uint8Array | null }[];
  };
}

export type DeidOutcome =
  | {
      readonly status: 'written';
      /** The output file, in order; ranges refer to `DicomFile.source`. */
      readonly parts: readonly OutputPart[];
      /** Pseudonymous relative path, `/`-separated. */
      readonly path: string;
      readonly audit: readonly AuditEntry[];
      /** Old -> new, for the mapping files. */
      readonly uids: ReadonlyMap<string, string>;
      readonly patientId: readonly [string, string];
    }
  | { readonly status: 'quarantined'; readonly code: string; readonly message: string };
