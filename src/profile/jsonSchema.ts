import { ACTION_CODES } from '../standard/codes';
import { ACTION_NAMES, PROFILE_SHAPE, type Shape } from './shape';

type Json = { readonly [key: string]: unknown };

/** The language as a JSON schema (2020-12 vocabulary that draft-07 readers understand as well). */
export function profileSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'deID profile',
    description: 'What happens to every data element when DICOM files are de-identified.',
    ...schemaOf(PROFILE_SHAPE),
  };
}

function schemaOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'map':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.keys).map(([name, key]) => [
            name,
            { description: key.doc, ...(name === 'action' ? actionSchema() : schemaOf(key.shape)) },
          ]),
        ),
        ...requiredOf(shape),
        additionalProperties: shape.others ? schemaOf(shape.others) : false,
      };
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.of),
        ...(shape.length === undefined ? {} : { minItems: shape.length, maxItems: shape.length }),
      };
    case 'any':
      return { anyOf: shape.of.map(schemaOf) };
    case 'text':
      // A number written without quotes, such as a group or a root, is read as the text it is.
      return { type: ['string', 'number', 'boolean'] };
    case 'integer':
      return { type: 'integer', ...(shape.least === undefined ? {} : { minimum: shape.least }) };
    case 'enum':
      return { enum: shape.values };
  }
}

function requiredOf(shape: Shape & { readonly kind: 'map' }): Json {
  const required = Object.entries(shape.keys).flatMap(([name, key]) => (key.required ? [name] : []));
  return required.length > 0 ? { required } : {};
}

function actionSchema(): Json {
  return { enum: [...ACTION_NAMES, ...ACTION_CODES] };
}
