import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const syntaxes = join(__dirname, '../../syntaxes');
const FILES: Readonly<Record<string, string>> = {
  'source.deid-profile': 'deid-profile.tmLanguage.json',
  'source.deid-profile.injection': 'deid-profile.injection.tmLanguage.json',
  'text.xml.ctp-script': 'ctp-script.tmLanguage.json',
  'source.deid-recipe': 'deid-recipe.tmLanguage.json',
};

/** Stands for VS Code's YAML grammar, which is not ours: comments and plain keys are enough to see what the injection adds. */
const PLAIN_YAML = JSON.stringify({
  scopeName: 'source.yaml',
  patterns: [
    { name: 'comment.line.number-sign.yaml', match: '#(?! *deid-ignore).*$' },
    { name: 'entity.name.tag.yaml', match: '[A-Za-z]+(?=:)' },
  ],
});

/** Loads one of our grammars as VS Code would. */
export async function loadGrammar(scope: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async name => {
      if (name === 'source.yaml') return parseRawGrammar(PLAIN_YAML, 'yaml.json');
      const file = FILES[name];
      return file === undefined ? null : parseRawGrammar(readFileSync(join(syntaxes, file), 'utf8'), file);
    },
    getInjections: name => (name === 'source.deid-profile' ? ['source.deid-profile.injection'] : []),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${scope}`);
  return grammar;
}

/** Every token of a text with its innermost scope: `text -> scope`, blank tokens left out. */
export function innermost(grammar: IGrammar, text: string): [string, string][] {
  let stack = INITIAL;
  const found: [string, string][] = [];
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      const words = line.slice(token.startIndex, token.endIndex);
      if (words.trim() !== '') found.push([words.trim(), token.scopes.at(-1) ?? '']);
    }
  }
  return found;
}
