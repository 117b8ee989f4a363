/** `{name}` or `{name:argument}` in a template. */
export interface TemplateReference {
  readonly name: string;
  readonly argument?: string;
  /** Offsets in the template. */
  readonly start: number;
  readonly end: number;
}

/** What a template may refer to besides attributes by keyword. */
export const TEMPLATE_FUNCTIONS: readonly string[] = ['hash', 'sequence', 'id'];

/** What the path of output files may refer to. */
export const PATH_FIELDS: readonly string[] = ['patient', 'study', 'series', 'instance', 'modality'];

/** Every reference in a template. */
export function templateReferences(template: string): TemplateReference[] {
  return [...template.matchAll(/\{([^{}:]*)(?::([^{}]*))?\}/g)].map(m => ({
    name: m[1] ?? '',
    ...(m[2] === undefined ? {} : { argument: m[2] }),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** References to attributes, by keyword. */
export function attributeReferences(template: string): TemplateReference[] {
  return templateReferences(template).filter(r => !TEMPLATE_FUNCTIONS.includes(r.name));
}

/** A value that a template could give: hashes and sequences at their length, attributes empty. */
export function sampleOf(template: string): string {
  return template
    .replace(/\{(hash|sequence)(?::(\d+))?\}/g, (_, name: string, n?: string) => {
      const length = Math.min(Number(n ?? (name === 'hash' ? 10 : 1)), 200);
      return (name === 'hash' ? 'A' : '1').repeat(length);
    })
    .replace(/\{[^{}]*\}/g, '');
}
