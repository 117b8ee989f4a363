import type { Reading } from '../reading';
import { AMBIGUOUS_TITLES, TITLES, TITLE_TAILS } from '../wordClasses';

/** Takes out the titles in front of removed names with their full stops: `for Dr. Miller` -> `for`. */
export function removeTitles(reading: Reading): void {
  const { tokens } = reading;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const title = tokens[i]!;
    if (title.kind !== 'word' || reading.isMarked(title.start)) continue;
    if (!TITLES.has(title.folded) && !TITLE_TAILS.has(title.folded)) continue;
    let next = i + 1;
    while (tokens[next]?.kind === 'mark' && tokens[next]!.text === '.') next++;
    const name = tokens[next];
    // MS, SR, PAN before a name are abbreviations of findings and images as often as titles.
    if (AMBIGUOUS_TITLES.has(title.folded) && next === i + 1 && title.shape !== 'title') continue;
    if (name === undefined || !reading.isMarkedAs(name.start, 'name')) continue;
    // Up to the name, so that both become one cut and brackets around them go too.
    reading.mark(title.start, name.start, 'name', 'title', 'title of a removed name');
  }
}
