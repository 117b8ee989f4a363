import { cell, code, table } from './markdown.mjs';

/**
 * The keys of the profile language as Markdown, from the description in src/profile/shape.ts that the reader, the editor and
 * the JSON schema use as well.
 */
export function profileReference({ PROFILE_SHAPE, ACTION_NAMES, ACTION_DOCS }) {
  const sections = [{ title: 'Top level', rows: rowsOf(PROFILE_SHAPE, '') }];
  for (const [name, key] of Object.entries(PROFILE_SHAPE.keys)) collect(name, key, sections);
  return [
    ...sections.map(
      ({ title, doc, rows }) =>
        `### ${title}\n\n${doc ? `${cell(doc)}\n\n` : ''}${table(['key', 'value', 'meaning'], rows)}`,
    ),
    `### Actions\n\n${table(
      ['action', 'meaning'],
      ACTION_NAMES.map(name => [code(name), cell(ACTION_DOCS[name])]),
    )}`,
  ].join('\n\n');
}

/** One section for each key that holds a map, or a list of maps, outermost first. */
function collect(path, key, sections) {
  const map = mapIn(key.shape);
  if (!map || Object.keys(map.keys).length === 0) return;
  sections.push({ title: code(path), doc: key.doc, rows: rowsOf(map) });
  for (const [name, inner] of Object.entries(map.keys)) collect(`${path}.${name}`, inner, sections);
}

function rowsOf(map) {
  return Object.entries(map.keys).map(([name, { shape, doc, required }]) => [
    `${code(name)}${required ? ' (required)' : ''}`,
    cell(valueOf(shape)),
    cell(doc),
  ]);
}

function mapIn(shape) {
  if (shape.kind === 'map') return shape;
  if (shape.kind === 'list') return mapIn(shape.of);
  if (shape.kind === 'any') return shape.of.map(mapIn).find(found => found !== undefined);
  return undefined;
}

/** The values a place takes, in words. */
function valueOf(shape) {
  switch (shape.kind) {
    case 'map':
      return shape.others && Object.keys(shape.keys).length === 0
        ? `map of ${valueOf(shape.others)}`
        : `map with ${Object.keys(shape.keys).map(code).join(', ')}`;
    case 'list':
      return `list of ${shape.length === undefined ? '' : `${shape.length} × `}${valueOf(shape.of)}`;
    case 'any':
      return shape.of.map(valueOf).join(', or ');
    case 'enum':
      return shape.values.map(code).join(', ');
    case 'integer':
      return shape.least === undefined ? 'whole number' : `whole number from ${shape.least}`;
    default:
      return 'text';
  }
}
