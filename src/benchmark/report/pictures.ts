import { escapeHtml, grouped } from './html';

/** What the first frame of a file, or a part of it, looked like before and after; pictures are `data:` URIs. */
export interface CheckPicture {
  /** Number of the row in the results. */
  readonly row: number;
  readonly action: string;
  /** Path of the file below the scored folder. */
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The part of a report that shows pixel checks which did not pass; empty without pictures. */
export function pictureSection(pictures: readonly CheckPicture[], left: number): string {
  if (pictures.length === 0) return '';
  const figures = pictures.map(({ row, action, file, before, after }) => {
    const image = (source: string | null, when: string): string =>
      source === null
        ? `<span class="none">no picture ${when}</span>`
        : `<img src="${escapeHtml(source)}" loading="lazy" alt="${escapeHtml(`${action}, row ${row}: ${action === 'pixels_hidden' ? 'the box and its surroundings' : 'the first frame'} ${when} de-identification`)}">`;
    return `<figure><div>${image(before, 'before')}${image(after, 'after')}</div><figcaption>Row ${grouped(row)}, ${escapeHtml(action)}: before and after. ${escapeHtml(file)}</figcaption></figure>`;
  });
  const more = left > 0 ? ` ${grouped(left)} more are not shown.` : '';
  return `<h2>Pixel checks that did not pass</h2><p><strong>This report contains image data</strong>, and pictures from before de-identification show what was burned into them. Share it only as you would share the original images; --no-pictures makes a report without.${more}</p><div class="pictures">${figures.join('\n')}</div>`;
}
