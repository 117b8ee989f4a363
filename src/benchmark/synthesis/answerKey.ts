/** The ten actions of the answer key, in the order the official scripts evaluate them. */
export type Action =
  | 'tag_retained'
  | 'text_notnull'
  | 'text_retained'
  | 'text_removed'
  | 'date_shifted'
  | 'uid_changed'
  | 'pixels_hidden'
  | 'pixels_retained'
  | 'uid_consistent'
  | 'patid_consistent';

/** Category columns of one check: the subcategory's code, or null. */
export interface Categories {
  readonly hipaaZ?: string;
  readonly hipaaM?: string;
  readonly p15?: string;
  readonly iod?: string;
  readonly ptkb?: string;
  readonly tciaP15?: string;
  readonly rev?: string;
}

/** One check of the answer key. Texts are without the angle brackets, which are added when the key is written. */
export interface Answer {
  readonly action: Action;
  /** Path in the form of the key: `(0008,1115)[<0000>]` parts are already wrapped, for example `<(0010,0010)>`. */
  readonly tag: string | null;
  readonly tagName: string | null;
  readonly value: string | null;
  readonly actionText: string | null;
  readonly categories: Categories;
}

/** One row of `answer_data`: everything the key says of one instance. */
export interface InstanceAnswers {
  readonly modality: string;
  readonly sopClassUid: string;
  readonly patientId: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  /** MD5 of the value of Pixel Data as it lies in the file, or null. */
  readonly digest: string | null;
  readonly answers: readonly Answer[];
}

const wrap = (text: string | null): string | null => (text === null ? null : `<${text}>`);

/** The `AnswerData` JSON of one instance, in the form the official scripts read. */
export function answerData(answers: readonly Answer[]): string {
  const out: Record<string, unknown> = {};
  answers.forEach((a, index) => {
    const c = a.categories;
    const previous = [
      (c.hipaaZ ?? c.hipaaM) ? 'HIPAA' : undefined,
      (c.p15 ?? c.iod) ? 'DICOM' : undefined,
      (c.ptkb ?? c.tciaP15 ?? c.rev) ? 'TCIA' : undefined,
    ].filter(name => name !== undefined);
    out[String(index)] = {
      scope: '<Instance>',
      tag: a.tag,
      tag_ds: a.tag,
      tag_name: wrap(a.tagName),
      value: wrap(a.value),
      action: `<${a.action}>`,
      action_text: wrap(a.actionText),
      answer_category: previous,
      answer_category_v2: {
        hipaa: { z: c.hipaaZ ?? null, m: c.hipaaM ?? null },
        dicom: { p15: c.p15 ?? null, iod: c.iod ?? null, safe: null },
        tcia: { ptkb: c.ptkb ?? null, p15: c.tciaP15 ?? null, rev: c.rev ?? null },
        prev_cat: previous,
      },
    };
  });
  return JSON.stringify(out);
}
