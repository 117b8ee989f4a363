import { issueDiagnostics } from '../issueDiagnostics';
import type { LintRule } from '../lintRule';

/** The text is not a profile: YAML errors, missing keys, values of the wrong kind; or what it refers to cannot be read. */
export const deid000: LintRule = {
  code: 'DEID000',
  title: 'Not a well-formed profile',
  severity: 'error',
  *check({ document, resolution, profile, loader }) {
    yield* issueDiagnostics(document, 'DEID000');
    const base = profile.private.knowledgeBase;
    if (base && base.origin.profile === document.id && !loader(base.path, document.id))
      yield { range: base.origin.range, message: `The knowledge base “${base.path}” cannot be found or read.` };
    for (const d of resolution.diagnostics) {
      const own = d.profile === document.id;
      if (own && d.code === 'DEID000' && !document.issues.some(i => i.range === d.range)) yield d;
      else if (!own && d.severity === 'error')
        yield {
          range: document.extends[0]?.range ?? { start: 0, end: 0 },
          message: `The profile “${d.profile}” that this one extends has an error: ${d.message}`,
        };
    }
  },
};
