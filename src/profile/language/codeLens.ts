import type { ProfileDocument } from '../document';
import type { SourceRange } from '../model';
import type { SampleSummary } from '../sample';
import { sampleMatches } from './sampleMatches';

/** A line of small print above the text. */
export interface CodeLens {
  readonly range: SourceRange;
  readonly title: string;
  /** `preview`: open a file with this profile; `rule`: a count, nothing to run. */
  readonly action: 'preview' | 'sample' | 'rule';
}

/** "Preview on a file" at the head, and what each rule finds in the sample, if there is one. */
export function codeLenses(document: ProfileDocument, sample?: SampleSummary): CodeLens[] {
  const head = document.sections.name?.key ?? document.sections.deid?.key ?? { start: 0, end: 0 };
  const lenses: CodeLens[] = [
    { range: head, title: 'Preview on a file', action: 'preview' },
    {
      range: head,
      title: sample ? `Sample: ${plural(sample.files, 'file')}` : 'Attach a sample folder',
      action: 'sample',
    },
  ];
  if (!sample) return lenses;
  for (const rule of document.rules) {
    if (!rule.selector) continue;
    const { attributes, files } = sampleMatches(rule.selector, sample);
    const upTo = rule.when.length > 0 && attributes > 0 ? 'at most ' : '';
    const many =
      rule.selector.kind === 'attribute' || rule.selector.kind === 'path' ? '' : `${plural(attributes, 'attribute')} `;
    const title =
      attributes === 0
        ? 'nothing in the sample'
        : `${many}in ${upTo}${files === undefined ? 'the sample' : `${files} of ${plural(sample.files, 'file')}`}`;
    lenses.push({ range: rule.range, title, action: 'rule' });
  }
  return lenses;
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
