import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { profileSchema } from '../../../src/profile/jsonSchema';

it('the published schema is what the description of the language gives (node scripts/standard/schema.mjs)', () => {
  expect(JSON.parse(readFileSync('schemas/deid-profile.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(profileSchema())),
  );
});
