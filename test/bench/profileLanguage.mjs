/** How long the language features take on a profile of 3,000 lines, in the bundle the editor loads. Milliseconds, warm. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { median } from './measure.mjs';

const LINES = 3000;

function profile(lines) {
  const rules = Array.from(
    { length: lines - 6 },
    (_, i) => `  - { tag: "(0018,${(0x1000 + i).toString(16)})", action: keep, reason: some words }\n`,
  );
  return `deid: 1\nname: Bench\nstandard: 2026c\nextends: builtin:tcia\noptions: [CleanDescriptors]\nrules:\n${rules.join('')}`;
}

/** Rows of a table: feature, median and worst of some runs. */
export function measureLanguage() {
  const { createLanguageService } = createRequire(import.meta.url)(resolve('dist/languageService.js'));
  const service = createLanguageService(() => undefined);
  const text = profile(LINES);
  const short = profile(200);
  const source = { id: 'bench.deid.yaml', text };
  const middle = text.indexOf('\n', text.length >> 1) + 1;
  const written = `${text.slice(0, middle)}  - { tag: StudyDe, action: ke }\n${text.slice(middle)}`;
  const jobs = {
    'complete an attribute': () => service.complete({ id: 'bench.deid.yaml', text: written }, middle + 18, []),
    'complete an action': () => service.complete({ id: 'bench.deid.yaml', text: written }, middle + 29, []),
    'hover an attribute': i => service.hover(source, text.indexOf('(0018', middle + i * 70) + 2),
    outline: () => service.outline(source),
    'semantic tokens': () => service.semanticTokens(source),
    // Another folder each time: what was found before is not given again.
    'lint what is read': i => service.diagnose(source, { outputFolder: `/out/${i}` }),
    // A new version each time: the text is read anew.
    'read and lint': i => service.diagnose({ id: 'bench.deid.yaml', text: `${text}# ${i}\n` }, {}),
    'read and lint 200 lines': i => service.diagnose({ id: 'short.deid.yaml', text: `${short}# ${i}\n` }, {}),
    format: i => service.formatting({ id: 'bench.deid.yaml', text: `${text}# ${i}\n` }),
  };
  return Object.entries(jobs).map(([name, job]) => {
    job(99);
    job(98);
    const times = Array.from({ length: 7 }, (_, i) => {
      const start = performance.now();
      job(i);
      return performance.now() - start;
    });
    return { name, median: median(times), worst: Math.max(...times) };
  });
}

if (process.argv[1] === import.meta.filename)
  for (const { name, median: middle, worst } of measureLanguage())
    console.log(`${name.padEnd(24)} ${middle.toFixed(1).padStart(8)} ms, at worst ${worst.toFixed(1)}`);
