import { PATH_FIELDS } from '../templates';
import type { CompletionItem, CompletionList } from './completionItem';
import { findAttributes } from './attributeNames';
import type { CursorPlace } from './cursor';

const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['hash:8', 'Eight characters of a keyed hash of the old value: the same everywhere in the project.'],
  ['sequence:3', 'A running number of three digits.'],
];
const ID: readonly [string, string] = ['id', 'The new Patient ID.'];

/** References inside the braces of a template that is being written; `undefined` if the cursor is not in braces. */
export function templateItems(
  text: string,
  offset: number,
  place: CursorPlace,
  key: string,
): CompletionList | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, place.range.start), offset);
  const open = /\{([\w:]*)$/.exec(line);
  if (!open || place.quote === '') return undefined;
  const start = offset - (open[1]?.length ?? 0);
  const rest = /^[\w:]*\}?/.exec(text.slice(offset))?.[0] ?? '';
  const item = (name: string, documentation: string): CompletionItem => ({
    label: `{${name}}`,
    kind: 'reference',
    insert: `${name}}`,
    documentation,
  });
  const items =
    place.path[0] === 'files'
      ? PATH_FIELDS.map(name => item(name, `The new value of the ${name}.`))
      : [
          ...FUNCTIONS.map(([name, doc]) => item(name, doc)),
          ...(key === 'id' ? [] : [item(ID[0], ID[1])]),
          ...(key === 'value'
            ? findAttributes(open[1] ?? '', 30).map(a =>
                item(a.keyword, `The new value of ${a.name}, if the profile keeps it.`),
              )
            : []),
        ];
  return { range: { start, end: offset + rest.length }, items, incomplete: key === 'value' };
}
