/** One kind of picture in a sample: what tells devices and their image sizes apart. */
export interface SampleDevice {
  readonly modality: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly rows: number;
  readonly columns: number;
  readonly files: number;
}

/**
 * What the linter needs to know about the data a profile is meant for: tags, classes and sizes, counted over the files of a
 * folder. It is never saved.
 */
export interface SampleSummary {
  readonly files: number;
  /** SOP Class UID -> files. */
  readonly sopClasses: ReadonlyMap<string, number>;
  /** Transfer Syntax UID -> files. */
  readonly transferSyntaxes: ReadonlyMap<string, number>;
  /** Tag of a standard attribute, at any level -> files. */
  readonly attributes: ReadonlyMap<number, number>;
  /** Private attribute as `(0029,"CREATOR",10)` -> its VR; without creator as `(0029,1010)`. */
  readonly privateAttributes: ReadonlyMap<string, string>;
  readonly devices: readonly SampleDevice[];
  /** Files that are a DICOMDIR. */
  readonly directories: number;
}
