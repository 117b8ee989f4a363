import type { Pseudonyms } from './pseudonyms';

/** What a template for Patient ID or Patient's Name may refer to. */
export interface TemplateFacts {
  /** What makes the patient the same patient: the old Patient ID. */
  readonly patientKey: string;
  /** Position of the patient in the run, from 1, if the run numbers its patients. */
  readonly sequence?: number;
  /** The new Patient ID, for `{id}`. */
  readonly id?: string;
  /** Other `{Keyword}` references: attribute values of the output, never of the input. */
  readonly lookup?: (keyword: string) => string | undefined;
}

/**
 * Fills a template of the profile: `{hash:n}` keyed pseudonym of n characters, `{sequence:n}` number of the patient with at
 * least n digits, `{id}` the new Patient ID. Without a numbering `{sequence:n}` becomes a keyed number, so that the result
 * never depends on the order of files. Unknown references become empty.
 */
export function fillTemplate(template: string, facts: TemplateFacts, pseudonyms: Pseudonyms): string {
  return template.replace(/\{([A-Za-z]+)(?::(\d+))?\}/g, (_, name: string, digits?: string) => {
    const n = Math.min(Number(digits ?? 0), 51);
    switch (name) {
      case 'hash':
        return pseudonyms.text('patient', facts.patientKey, n || 10);
      case 'sequence':
        return facts.sequence !== undefined
          ? String(facts.sequence).padStart(n || 1, '0')
          : String(pseudonyms.integer('order', facts.patientKey, 10 ** Math.min(n || 6, 11))).padStart(n || 6, '0');
      case 'id':
        return facts.id ?? '';
      default:
        return facts.lookup?.(name) ?? '';
    }
  });
}
