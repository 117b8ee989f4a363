import type { ResultRow } from '../results/resultRow';
import { formatHundredths, total } from '../results/tally';
import type { Figure, ScoreSummary } from '../scoreOptions';
import { FINDING_KINDS } from '../strict/findings';
import { clip, escapeHtml, grouped, htmlPage, htmlTable } from './html';
import type { CheckPicture } from './pictures';
import { pictureSection } from './pictures';
import { PUBLISHED } from './published';

/** Discrepancies shown in full; the CSV files have all of them. */
const SHOWN = 1000;

/** The report of one run as a single page. */
export function htmlReport(
  summary: ScoreSummary,
  discrepancies: readonly ResultRow[],
  pictures: { readonly shown: readonly CheckPicture[]; readonly left: number } = { shown: [], left: 0 },
): string {
  const { counts } = summary;
  const parts = [
    `<h1>De-identification score: ${escapeHtml(summary.name)}</h1>`,
    `<p class="score">${escapeHtml(summary.score)}</p>`,
    `<p>${number(counts.pass)} of ${number(total(counts))} checks passed, ${number(counts.fail)} failed, ${number(counts.blank)} could not be decided (they count as not passed).</p>`,
    `<p class="soft">${settingsText(summary)}</p>`,
    notes(summary),
    section('By action', summary.actions),
    section('By category', summary.categories),
    section('By modality', summary.modalities),
    summary.worstTags.length === 0
      ? ''
      : `<h2>Attributes that failed most</h2>${htmlTable(
          'Failed and undecided checks by attribute',
          ['Attribute', 'Failed', 'Undecided'],
          summary.worstTags.map(f => [f.label, f.fail, f.blank]),
        )}`,
    strictSection(summary),
    conformanceSection(summary),
    `<h2>For orientation</h2>${htmlTable(
      'Published results, reached on another data set',
      ['Result', 'Score', 'Note'],
      [
        [summary.name, summary.score, 'this run'],
        [PUBLISHED.label, `${PUBLISHED.lowest} % to ${PUBLISHED.highest} %`, PUBLISHED.note],
      ],
    )}`,
    pictureSection(pictures.shown, pictures.left),
    discrepancySection(discrepancies),
  ];
  return htmlPage(`Score of ${summary.name}`, `<main>\n${parts.filter(part => part !== '').join('\n')}\n</main>`);
}

const number = grouped;

function settingsText({ files, instances, settings, vanished, seconds }: ScoreSummary): string {
  const words = [
    `${number(files.checked)} files checked`,
    `${number(instances.missing)} of ${number(instances.inKey)} instances missing`,
    `NLTK ${settings.tokenizer} word splitting`,
    settings.perFile ? 'each file by itself' : `batches as with ${settings.cpus} processor(s)`,
    `${number(vanished)} pixel checks without a row`,
    `${seconds.toFixed(1)} s`,
  ];
  return escapeHtml(words.join(' · '));
}

function notes({ warnings, files }: ScoreSummary): string {
  const items = [
    ...warnings.map(warning => warning.message),
    ...files.skipped
      .filter(skip => skip.reason !== 'not-dicom')
      .slice(0, 50)
      .map(skip => `${skip.path}: left out, ${skip.detail}.`),
    'Which files share a batch decides a few checks on attributes that a file no longer has; the official figure has this noise. --per-file gives a score without it.',
  ];
  return `<details${warnings.length > 0 ? ' open' : ''}><summary>Notes</summary><ul>${items.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</ul></details>`;
}

function section(title: string, figures: readonly Figure[]): string {
  if (figures.length === 0) return '';
  const rows = figures.map(f => [
    f.label || '(none)',
    f.pass,
    f.fail,
    f.blank,
    total(f),
    `${formatHundredths(f.pass, total(f))} %`,
  ]);
  return `<h2>${escapeHtml(title)}</h2>${chart(title, figures)}${htmlTable(`${title}, in numbers`, ['', 'Passed', 'Failed', 'Undecided', 'Total', 'Score'], rows)}`;
}

/** Bars of failed and undecided shares: passes fill the rest, so that small differences near 100 % stay visible in numbers. */
function chart(title: string, figures: readonly Figure[]): string {
  const left = 190;
  const width = 620;
  const height = 22;
  const bars = figures.map((f, i) => {
    const all = total(f) || 1;
    const y = i * height;
    const pass = (f.pass / all) * width;
    const fail = (f.fail / all) * width;
    const rect = (x: number, w: number, kind: string): string =>
      w <= 0
        ? ''
        : `<rect class="${kind}" x="${x.toFixed(1)}" y="${y + 3}" width="${Math.max(w, 0.6).toFixed(1)}" height="${height - 8}"/>`;
    return (
      `<text x="0" y="${y + 15}">${escapeHtml(clip(f.label || '(none)', 28))}</text>` +
      rect(left, pass, 'pass') +
      rect(left + pass, fail, 'fail') +
      rect(left + pass + fail, width - pass - fail, f.blank > 0 ? 'blank' : 'fail') +
      `<text x="${left + width + 8}" y="${y + 15}">${formatHundredths(f.pass, all)} %</text>`
    );
  });
  return `<p class="key soft"><span class="kp"></span>passed<span class="kf"></span>failed<span class="kb"></span>undecided</p><svg viewBox="0 0 890 ${figures.length * height + 4}" role="img" aria-label="${escapeHtml(`${title}: shares of passed, failed and undecided checks; the table below has the numbers`)}">${bars.join('')}</svg>`;
}

function strictSection({ strict }: ScoreSummary): string {
  if (!strict) return '';
  const counts = htmlTable(
    'Strict findings; they do not change the score',
    ['Finding', 'Count'],
    strict.counts.map(({ kind, count }) => [FINDING_KINDS[kind], count]),
  );
  const list =
    strict.findings.length === 0
      ? ''
      : `<details><summary>${number(strict.findings.length)} findings</summary>${htmlTable(
          'Findings',
          ['File', 'Attribute', 'Finding'],
          strict.findings.slice(0, SHOWN).map(f => [f.file, f.tag.replace(/[<>]/g, ''), f.detail]),
        )}</details>`;
  return `<h2>Strict mode</h2>${strict.counts.length === 0 ? '<p>No findings.</p>' : counts}${list}${imageTable(strict.images)}`;
}

function imageTable(images: NonNullable<ScoreSummary['strict']>['images']): string {
  if (images.length === 0) return '';
  return htmlTable(
    'Images that changed (first frame)',
    ['File', 'Changed', 'Changed outside boxes', 'Mean squared error', 'SSIM'],
    images
      .slice(0, SHOWN)
      .map(i => [
        i.file,
        `${(i.changed * 100).toFixed(2)} %`,
        `${(i.changedOutside * 100).toFixed(2)} %`,
        i.mse.toFixed(2),
        i.ssim.toFixed(4),
      ]),
  );
}

function conformanceSection({ conformance }: ScoreSummary): string {
  if (!conformance) return '';
  const { typeViolations, dciodvfy } = conformance;
  const types =
    typeViolations.length === 0
      ? '<p>No attribute broke its Type.</p>'
      : htmlTable(
          'Attributes that are required and were there before',
          ['Attribute', 'Type', 'Now', 'Files'],
          typeViolations.slice(0, 100).map(v => [v.path, v.type, v.problem, v.count]),
        );
  const verified = dciodvfy
    ? `<p>dciodvfy: ${number(dciodvfy.errorsBefore)} errors before, ${number(dciodvfy.errorsAfter)} after.</p>${
        dciodvfy.newErrors.length === 0
          ? ''
          : htmlTable(
              'Errors of dciodvfy that are new',
              ['Attribute', 'Message', 'Count'],
              dciodvfy.newErrors.slice(0, 100).map(e => [e.tag, e.message, e.count]),
            )
      }`
    : '<p class="soft">dciodvfy was not run.</p>';
  return `<h2>Conformance</h2><p class="soft">${number(conformance.files)} files compared with what they were before.</p>${types}${verified}`;
}

function discrepancySection(rows: readonly ResultRow[]): string {
  if (rows.length === 0) return '<h2>Discrepancies</h2><p>None.</p>';
  const byAction = new Map<string, ResultRow[]>();
  for (const row of rows.slice(0, SHOWN)) {
    const action = (row.check.action ?? '').replace(/[<>]/g, '');
    const of = byAction.get(action);
    if (of) of.push(row);
    else byAction.set(action, [row]);
  }
  const more =
    rows.length > SHOWN
      ? `<p class="soft">The first ${number(SHOWN)} of ${number(rows.length)} are shown; discrepancy_report_internal.csv has all.</p>`
      : '';
  const groups = [...byAction].map(
    ([action, of]) =>
      `<details><summary>${escapeHtml(action)}: ${number(of.length)}</summary>${htmlTable(
        action,
        ['Row', 'Attribute', 'Before', 'Expected', 'After', 'Outcome'],
        of.map(row => [
          row.index,
          `${(row.check.tagDs ?? '').replace(/[<>]/g, '')} ${(row.check.tagName ?? '').replace(/[<>]/g, '')}`.trim(),
          clip(row.answerValue),
          clip(row.check.actionText),
          row.fileValue === null ? '(absent)' : clip(row.fileValue),
          row.passed === null ? 'undecided' : 'failed',
        ]),
      )}</details>`,
  );
  return `<h2>Discrepancies</h2>${more}${groups.join('\n')}`;
}
