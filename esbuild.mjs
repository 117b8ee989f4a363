import { build, transform } from 'esbuild';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { assets, compressedAssets, writeCompressed } from './scripts/assets.mjs';

/**
 * Builds everything into dist/: extension.js and cli.js (+ worker.js) for Node, one script and one style sheet per webview
 * for the browser, and the assets they load. `--tests` also builds the suite that runs in the extension host into out/.
 */
const watchTests = process.argv.includes('--tests');
const production = process.argv.includes('--production');

/**
 * Texts that are large and seldom needed whole: the tables of the standard, unpacked here once, and the lexicon. For programs of
 * Node they become files beside the code, read when they are first asked for; a command neither reads nor parses the others.
 */
const largeTexts = {
  name: 'large-texts',
  setup: builder =>
    builder.onLoad({ filter: /[\\/](standard[\\/]tables[\\/]\w+|lexiconData)\.ts$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', format: 'cjs' });
      const module = { exports: {} };
      new Function('module', code)(module);
      const members = Object.entries(module.exports).map(([name, value]) => {
        if (typeof value !== 'string' || (name !== 'packed' && value.length < 500))
          return `${name}: ${JSON.stringify(value)}`;
        const file = `${basename(path, '.ts')}.${name}.txt`;
        writeFileSync(join(target, file), name === 'packed' ? inflateRawSync(Buffer.from(value, 'base64')) : value);
        return `get ${name}() { return require('node:fs').readFileSync(__dirname + '/${file}', 'utf8'); }`;
      });
      return { contents: `module.exports = { ${members.join(', ')} };`, loader: 'js' };
    }),
};

/** Packages that most commands load and few use: theirs is the time to load them when something of them is first called. */
const lateFunctions = {
  name: 'late-functions',
  setup: builder => {
    builder.onResolve({ filter: /^fflate$/ }, ({ namespace }) =>
      namespace === 'late' ? undefined : { path: 'fflate', namespace: 'late' },
    );
    builder.onLoad({ filter: /.*/, namespace: 'late' }, async () => {
      const names = Object.keys(await import('fflate'));
      const getters = names.map(name => `get ${name}() { return require('fflate').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, loader: 'js', resolveDir: import.meta.dirname };
    });
  },
};

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'warning',
  loader: { '.yaml': 'text' },
  // Left out: what dcmjs-codecs and tesseract.js ask for at load time only (nothing is ever fetched).
  alias: { dcmjs: './src/pixels/codecs/dcmjsStub.ts', 'node-fetch': './src/pixels/ocr/fetchStub.ts' },
};
/** Programs and threads that share their code as chunks: [name in dist, source]. */
const shared = Object.fromEntries(
  [
    ['cli', 'src/cli/main.ts'],
    ['worker', 'src/jobs/worker.ts'],
    ['ocrWorker', 'src/pixels/ocr/ocrWorker.cjs'],
    ['viewerWorker', 'src/extension/editors/viewer.worker.ts'],
    ['viewerEngine', 'src/extension/editors/viewerEngine.ts'],
    ['framesWorker', 'src/extension/editors/frames.worker.ts'],
    ['textSearch', 'src/extension/editors/textSearch.ts'],
    ['filesWorker', 'src/extension/views/files.worker.ts'],
    ['resultsWorker', 'src/extension/results/results.worker.ts'],
    ['resultsTools', 'src/extension/results/resultsTools.ts'],
    ['languageService', 'src/extension/language/service.ts'],
    ['sampleWorker', 'src/extension/language/sample.worker.ts'],
  ].filter(([, source]) => existsSync(source)),
);

const webviews = ['header-viewer', 'profile-form', 'results'].filter(name => existsSync(`webview-ui/${name}/main.tsx`));

// Built aside and swapped in at the end, so that a running command never sees half a build.
const target = `out/dist-${process.pid}`;
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

/**
 * The command line and its worker threads, with the code they share and what they load late in chunks of their own: a command
 * reads only what it needs. esbuild splits ES modules only, so the chunks are turned into CommonJS, which starts faster and
 * knows `__dirname`.
 */
// Exports are read through getters by default, which hot code pays for at every use; here each becomes a plain property once
// its chunk has run. What is still undefined then (a binding that is set later) keeps its getter.
const plainExports = `{
  const exported = {};
  for (const [name, { get, ...rest }] of Object.entries(Object.getOwnPropertyDescriptors(module.exports))) {
    const value = get ? get() : rest.value;
    Object.defineProperty(exported, name, get && value === undefined ? { get, enumerable: rest.enumerable } : { value, enumerable: rest.enumerable });
  }
  module.exports = exported;
}`;

async function buildNodePrograms() {
  const modules = `${target}/modules`;
  await build({
    ...node,
    format: 'esm',
    splitting: true,
    plugins: [largeTexts, lateFunctions],
    entryPoints: shared,
    chunkNames: 'shared-[hash]',
    outdir: modules,
  });
  await build({
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: node.sourcemap,
    // A dynamic import becomes a late `require`: the loader of ES modules never starts.
    supported: { 'dynamic-import': false },
    footer: { js: plainExports },
    minify: production,
    logLevel: 'error',
    entryPoints: readdirSync(modules)
      .filter(name => name.endsWith('.js'))
      .map(name => join(modules, name)),
    outdir: target,
  });
  rmSync(modules, { recursive: true });
  const cli = join(target, 'cli.js');
  writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`, { mode: 0o755 });
}

await Promise.all([
  buildNodePrograms(),
  // One file of its own: it is all that a window loads at its start.
  build({
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    external: ['vscode'],
    // For `Api.activation`: when reading this file began.
    banner: { js: 'const deidbenchLoadStart = performance.now();' },
    outfile: join(target, 'extension.js'),
  }),
  ...webviews.map(name =>
    build({
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      minify: production,
      sourcemap: production ? false : 'linked',
      logLevel: 'warning',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      entryPoints: [`webview-ui/${name}/main.tsx`],
      outfile: join(target, `webview/${name}.js`),
    }),
  ),
]);
for (const [from, to] of assets) {
  mkdirSync(join(target, to, '..'), { recursive: true });
  copyFileSync(from, join(target, to));
}
await Promise.all(compressedAssets.map(([from, to]) => writeCompressed(from, join(target, to), production)));
rmSync('dist', { recursive: true, force: true });
renameSync(target, 'dist');

if (watchTests) {
  rmSync('out/test/integration', { recursive: true, force: true });
  const suite = ['suite', 'multiRoot'].flatMap(name =>
    readdirSync(`test/integration/${name}`)
      .filter(f => f.endsWith('.test.ts'))
      .map(f => `test/integration/${name}/${f}`),
  );
  await build({
    ...node,
    minify: false,
    entryPoints: ['test/integration/index.ts', ...suite],
    outdir: 'out/test/integration',
    outbase: 'test/integration',
    external: ['vscode', 'mocha'],
  });
}
