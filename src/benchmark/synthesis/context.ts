import type { DicomFile } from '../../dicom/dicomFile';
import type { Changes } from './changes';
import type { PatientIdentity, SeriesIdentity, StudyIdentity } from './identity';
import type { People } from './people';
import type { Phrase, PhiSource } from './phrases';
import type { Repertoire } from './repertoire';

/** Keys of the entities an instance belongs to in the source: its old identifiers, or stand-ins for missing ones. */
export interface EntityKeys {
  readonly patient: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

export interface InfusionOptions {
  readonly seed: number;
  readonly people: People;
  readonly wide: boolean;
  readonly uidForm: 'legal' | 'asSeen';
}

/** A value that was put in; for the manifest. */
export interface Placed {
  readonly tag: string;
  readonly what: string;
  readonly text: string;
}

/** What the steps of one infusion share. */
export interface Context {
  readonly file: DicomFile;
  readonly changes: Changes;
  readonly repertoire: Repertoire;
  readonly keys: EntityKeys;
  readonly options: InfusionOptions;
  readonly patient: PatientIdentity;
  readonly study: StudyIdentity;
  readonly series: SeriesIdentity;
  readonly phi: PhiSource;
  readonly phrases: Map<string, Phrase>;
  readonly placed: Placed[];
}

/** `(0010,0010)`. */
export const tagLabel = (tag: number): string =>
  `(${(tag >>> 16).toString(16).padStart(4, '0')},${(tag & 0xffff).toString(16).padStart(4, '0')})`;
