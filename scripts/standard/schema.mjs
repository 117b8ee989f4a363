import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * Writes schemas/deid-profile.schema.json from the description of the language in src/profile/shape.ts:
 *
 *   node scripts/standard/schema.mjs
 *
 * Editors without this extension, and checks in other tools, use the schema.
 */
const bundle = join('out', 'schema', 'profileSchema.mjs');
await build({
  entryPoints: ['src/profile/jsonSchema.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
});
const { profileSchema } = await import(pathToFileURL(bundle).href);
const file = 'schemas/deid-profile.schema.json';
mkdirSync('schemas', { recursive: true });
const config = (await resolveConfig(file)) ?? {};
writeFileSync(file, await format(JSON.stringify(profileSchema()), { ...config, filepath: file }));
