import type { DocumentRecipe } from '../document';
import type { LintRule } from '../lintRule';
import { conditionNumbers, sampleSizes } from '../recipes';

/** A rectangle outside the picture, without extent, or given by two corners. */
export const deid057: LintRule = {
  code: 'DEID057',
  title: 'Pixel region outside the picture',
  severity: 'error',
  sample: 'helps',
  *check(view) {
    for (const recipe of view.document.recipes) {
      const sizes = sizesOf(recipe) ?? sampleSizes(view.sample, recipe);
      for (const box of recipe.blank) {
        const [x = NaN, y = NaN, width = NaN, height = NaN] = box.value;
        if (box.value.length !== 4 || [x, y, width, height].some(n => !Number.isInteger(n))) continue;
        if (width === 0 || height === 0) {
          yield {
            range: box.range,
            message: 'This rectangle has no extent; regions are [x, y, width, height]. Give it a width and a height.',
          };
          continue;
        }
        const small = sizes.find(s => x + width > s.columns || y + height > s.rows);
        if (!small) continue;
        const corners = width > x && height > y && width <= small.columns && height <= small.rows && (x > 0 || y > 0);
        yield {
          range: box.range,
          message: `The rectangle ends at ${x + width}, ${y + height}, outside the picture of ${small.columns} x ${small.rows} pixels; make it end inside.${
            corners ? ' It looks like two corners (x0, y0, x1, y1); regions are [x, y, width, height].' : ''
          }`,
          fixes: corners
            ? [
                {
                  title: 'Read it as two corners',
                  edits: [{ range: box.range, newText: `[${x}, ${y}, ${width - x}, ${height - y}]` }],
                },
              ]
            : [],
        };
      }
    }
  },
};

const ROWS = 0x00280010;
const COLUMNS = 0x00280011;

/** Sizes that the conditions of the recipe name. */
function sizesOf(recipe: DocumentRecipe): readonly { readonly rows: number; readonly columns: number }[] | undefined {
  const rows = conditionNumbers(recipe, ROWS);
  const columns = conditionNumbers(recipe, COLUMNS);
  if (rows.length === 0 && columns.length === 0) return undefined;
  return (rows.length > 0 ? rows : [Infinity]).flatMap(r =>
    (columns.length > 0 ? columns : [Infinity]).map(c => ({ rows: r, columns: c })),
  );
}
