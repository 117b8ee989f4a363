import { attributeByKeyword, attributeByTag } from '../../standard/dictionary';
import { patternError } from '../readRule';
import type { SourceRange } from '../model';
import { escapePattern } from './ctpTests';
import { emptyDraft, type Draft } from './importResult';
import { alternativesOf, type AttributeTest, type TestTree } from './matchConditions';

/**
 * Pixel recipes from a CTP DicomPixelAnonymizer script: sections `{ signature } (x,y,w,h) ...`; text outside brackets is
 * comment.
 */
export function importCtpPixels(text: string): Draft {
  const draft = emptyDraft('a CTP DicomPixelAnonymizer script');
  draft.name = 'CTP pixel script';
  draft.extends = 'builtin:ps3.15';
  draft.options.push('CleanPixelData');
  for (const section of readSections(text)) {
    const note = (kind: 'lost' | 'changed', message: string) =>
      draft.notes.push({ kind, subject: section.label || 'signature', message, range: section.range });
    const tree = parseSignature(section.signature);
    if (!tree) {
      note('lost', 'The signature cannot be read.');
      continue;
    }
    if (section.blank.length === 0) {
      note('lost', 'The signature has no region (x,y,width,height).');
      continue;
    }
    const { alternatives, dropped } = alternativesOf(tree);
    const said = alternatives.filter(when => Object.keys(when).length > 0);
    for (const test of dropped)
      note('changed', `The test ${test} cannot be said in a profile; without it the region is blanked in more images.`);
    if (said.length < alternatives.length || alternatives.length === 0)
      note('lost', 'The signature has no test that a profile can make; its regions are not carried over.');
    for (const when of said)
      draft.regions.push({ when, blank: section.blank, label: section.label, range: section.range });
  }
  return draft;
}

interface Section {
  readonly label: string;
  readonly signature: string;
  readonly blank: readonly (readonly number[])[];
  readonly range: SourceRange;
}

function readSections(text: string): Section[] {
  const sections: Section[] = [];
  let before = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', before)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    const next = text.indexOf('{', close);
    const rest = text.slice(close + 1, next < 0 ? text.length : next);
    const blank = [...rest.matchAll(/\(\s*(-?\d+)\s*,\s*(-?\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)/g)];
    const last = blank[blank.length - 1];
    const end = close + 1 + (last ? last.index + last[0].length : 0);
    const words = text
      .slice(before, open)
      .split('\n')
      .map(line => line.trim())
      .filter(line => /[A-Za-z]/.test(line));
    sections.push({
      label: words[words.length - 1] ?? '',
      signature: text.slice(open + 1, close),
      blank: blank.map(m => boxOf(m.slice(1).map(Number))),
      range: { start: open, end },
    });
    before = end;
  }
  return sections;
}

/** A region that starts outside the image starts at its edge. */
function boxOf(values: readonly number[]): number[] {
  const [x = 0, y = 0, width = 0, height = 0] = values;
  return [Math.max(0, x), Math.max(0, y), Math.max(0, width + Math.min(0, x)), Math.max(0, height + Math.min(0, y))];
}

/** `[0008,1090].containsIgnoreCase("iU22") * (Rows.equals("480") + !Columns.equals("640"))`. */
export function parseSignature(text: string): TestTree | undefined {
  const tokens = [
    ...text.matchAll(
      /\s*(?:([()*+!])|((?:\[[0-9A-Fa-f]{4},?[0-9A-Fa-f]{4}\]|\w+)\s*\.\s*\w+\s*\(\s*(?:"(?:[^"\\]|\\.)*")?\s*\))|(\S))/g,
    ),
  ];
  let at = 0;
  const peek = () => tokens[at]?.[1];
  const either = (): TestTree | undefined => list('or', '+', both);
  const both = (): TestTree | undefined => list('and', '*', single);
  function list(kind: 'and' | 'or', operator: string, part: () => TestTree | undefined): TestTree | undefined {
    const of: TestTree[] = [];
    do {
      if (of.length > 0) at++;
      const next = part();
      if (!next) return undefined;
      of.push(next);
    } while (peek() === operator);
    return of.length === 1 ? of[0] : { kind, of };
  }
  function single(): TestTree | undefined {
    const token = tokens[at++];
    if (!token) return undefined;
    if (token[1] === '!') {
      const inner = single();
      return inner && { kind: 'test', test: undefined, text: `!(${textOf(inner)})` };
    }
    if (token[1] === '(') {
      const inner = either();
      if (peek() !== ')') return undefined;
      at++;
      return inner;
    }
    return token[2] === undefined
      ? undefined
      : { kind: 'test', test: testOf(token[2]), text: token[2].replace(/\s+/g, ' ') };
  }
  const tree = either();
  return at === tokens.length ? tree : undefined;
}

function textOf(tree: TestTree): string {
  return tree.kind === 'test' ? tree.text : tree.of.map(textOf).join(tree.kind === 'and' ? ' * ' : ' + ');
}

function testOf(text: string): AttributeTest | undefined {
  const [, element = '', method = '', quoted = ''] =
    /^(\[[^\]]*\]|\w+)\s*\.\s*(\w+)\s*\(\s*("(?:[^"\\]|\\.)*")?\s*\)$/.exec(text) ?? [];
  const digits = /^\[([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\]$/.exec(element);
  const attribute = digits ? attributeByTag(parseInt(`${digits[1]}${digits[2]}`, 16)) : attributeByKeyword(element);
  if (!attribute || attribute.mask >>> 0 !== 0xffffffff) return undefined;
  const value = quoted.slice(1, -1).replace(/\\(.)/g, '$1');
  const pattern = escapePattern(value);
  const forms: Readonly<Record<string, string>> = {
    equals: value,
    equalsignorecase: `/^${pattern}$/i`,
    contains: `/${pattern}/`,
    containsignorecase: `/${pattern}/i`,
    startswith: `/^${pattern}/`,
    startswithignorecase: `/^${pattern}/i`,
    endswith: `/${pattern}$/`,
    endswithignorecase: `/${pattern}$/i`,
  };
  if (method.toLowerCase() === 'matches')
    return patternError(value) === undefined ? { keyword: attribute.keyword, value: `/^(?:${value})$/` } : undefined;
  const form = forms[method.toLowerCase()];
  return form === undefined || value === '' ? undefined : { keyword: attribute.keyword, value: form };
}
