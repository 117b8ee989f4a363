import type { ScoreSummary } from '../scoreOptions';
import { figures, type ResultCollector } from './collector';
import { percent, total } from './tally';

/** The part of a summary that follows from the rows alone. */
export function headlineOf(
  collector: ResultCollector,
): Pick<ScoreSummary, 'score' | 'fraction' | 'counts' | 'actions' | 'categories' | 'modalities' | 'worstTags'> {
  const counts = collector.instance.all;
  const rows = total(counts);
  return {
    score: percent(counts),
    fraction: rows === 0 ? 0 : counts.pass / rows,
    counts: { ...counts },
    actions: figures(collector.instance.byAction).map(f => ({ ...f, label: f.label.replace(/[<>]/g, '') })),
    categories: figures(collector.instance.byCategory).map(f => ({ ...f, label: f.label.replace('\t', ' ') })),
    modalities: collector.modalityFigures(),
    worstTags: collector.worstTags(),
  };
}
