/** Text made safe for HTML; control characters other than line ends and tabs are shown as a replacement character. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** A value cut to a length that fits a table. */
export function clip(text: string | null, most = 240): string {
  if (text === null) return '';
  return text.length <= most ? text : `${text.slice(0, most)} … (${text.length} characters)`;
}

/** A whole number with thousands separated: 12,345. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A table with a caption; cells are escaped, numbers right-aligned. */
export function htmlTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const body = rows
    .map(
      row =>
        `<tr>${row.map(cell => `<td${typeof cell === 'number' ? ' class="n"' : ''}>${escapeHtml(typeof cell === 'number' ? grouped(cell) : cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head
    .map(name => `<th scope="col">${escapeHtml(name)}</th>`)
    .join('')}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** A whole page without any outside resource and without scripts. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const STYLE = `
:root { --bg: #fff; --fg: #1c1e21; --soft: #5a626c; --line: #d5d9de; --panel: #f5f6f8; --pass: #1a7f4b; --fail: #c0362c; --blank: #8a6d00; }
@media (prefers-color-scheme: dark) { :root { --bg: #16181b; --fg: #e6e8eb; --soft: #a3abb5; --line: #3a3f46; --panel: #1f2226; --pass: #4cc38a; --fail: #ff7b70; --blank: #d9b648; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .4rem 0; } .soft { color: var(--soft); }
.score { font-size: 3rem; font-weight: 650; line-height: 1.1; margin: .75rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--panel); } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; } details { margin: .5rem 0; } summary { cursor: pointer; padding: .25rem 0; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
svg { width: 100%; height: auto; display: block; } svg text { fill: var(--fg); font-size: 12px; } .pass { fill: var(--pass); } .fail { fill: var(--fail); } .blank { fill: var(--blank); }
.key span { display: inline-block; width: .8rem; height: .8rem; margin: 0 .3rem 0 1rem; vertical-align: -1px; } .key .kp { background: var(--pass); } .key .kf { background: var(--fail); } .key .kb { background: var(--blank); }
td code { white-space: pre-wrap; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; } figure { margin: 0; max-width: 42rem; } figure div { display: flex; flex-wrap: wrap; gap: .5rem; align-items: flex-start; } figure img { max-width: 20rem; border: 1px solid var(--line); image-rendering: pixelated; } figcaption { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
`;
