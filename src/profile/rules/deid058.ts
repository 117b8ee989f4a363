import type { LintRule } from '../lintRule';
import { sampleDevices } from '../recipes';

const MODALITY = 0x00080060;
const SOP_CLASS = 0x00080016;
const ROWS = 0x00280010;
const COLUMNS = 0x00280011;

/** A recipe that would also blank other pictures than it was measured on. */
export const deid058: LintRule = {
  code: 'DEID058',
  title: 'Pixel region without a guard for size and modality',
  severity: 'warning',
  sample: 'helps',
  *check({ document, sample }) {
    for (const recipe of document.recipes) {
      const tags = new Set(recipe.when.map(c => c.tag));
      const sized = tags.has(ROWS) && tags.has(COLUMNS);
      const missing = [
        ...(sized ? [] : ['Rows and Columns']),
        ...(tags.has(MODALITY) || tags.has(SOP_CLASS) ? [] : ['Modality']),
      ];
      if (missing.length > 0)
        yield {
          range: recipe.range,
          message: `These regions were measured on one kind of picture; say which: add ${missing.join(' and ')} to “when”.`,
        };
      const sizes = new Set(sampleDevices(sample, recipe).map(d => `${d.columns} x ${d.rows}`));
      if (!sized && sizes.size > 1)
        yield {
          range: recipe.range,
          message: `In the sample this applies to pictures of different sizes: ${[...sizes].slice(0, 3).join(', ')}.`,
        };
    }
  },
};
