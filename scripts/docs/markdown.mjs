/** Pieces of the generated reference pages. */

const BEGIN = '<!-- generated: npm run docs -->';
const END = '<!-- end of the generated part -->';

/** A Markdown table. */
export function table(header, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text for a cell: on one line, without what would end the cell or be taken for HTML. */
export function cell(text) {
  return text.replace(/\s+/g, ' ').trim().replace(/\|/g, '\\|').replace(/</g, '&lt;');
}

/** Code for a cell. */
export function code(text) {
  return `\`${text.replace(/\|/g, '\\|')}\``;
}

/** The page with its generated part replaced; everything around it is written by hand. */
export function withGenerated(page, generated) {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The page lacks the lines ${BEGIN} and ${END}.`);
  return `${page.slice(0, from)}${BEGIN}\n\n${generated.trim()}\n\n${page.slice(to)}`;
}
