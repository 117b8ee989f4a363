import type { ActionCode } from '../../standard/codes';
import { selectorVr } from '../lintView';
import { parseSelector } from '../selectors';
import { ACTION_DOCS, ACTION_NAMES } from '../shape';
import { BINARY_VRS } from '../vrValues';
import type { CompletionItem } from './completionItem';
import type { CursorPlace } from './cursor';

type Name = (typeof ACTION_NAMES)[number];

const CODES: readonly (readonly [ActionCode, string])[] = [
  ['K', 'keep'],
  ['X', 'remove'],
  ['Z', 'zero length, or a dummy where the Type demands a value'],
  ['D', 'dummy value'],
  ['C', 'clean'],
  ['U', 'new UID'],
  ['X/Z', 'remove, or empty where the attribute is Type 2'],
  ['Z/D', 'empty, or a dummy where the attribute is Type 1'],
  ['X/D', 'remove, or a dummy where the attribute is Type 1'],
  ['X/Z/D', 'remove, empty or dummy, as the Type demands'],
  ['X/Z/U*', 'remove, empty, or new UIDs inside, as the Type demands'],
];

/** What an action needs besides its name, as keys with snippet places. */
const PARAMETERS: Readonly<Partial<Record<Name, readonly (readonly [key: string, text: string])[]>>> = {
  replace: [['value', '"$1"']],
  add: [['value', '"$1"']],
  pseudonym: [['format', '"{hash:${1:8}\\}"']],
  pattern: [
    ['match', "'$1'"],
    ['with', '"$2"'],
  ],
};

/** Whether an action can be carried out on a value of this VR. */
export function actionFits(action: Name, vr: string | undefined): boolean {
  if (vr === undefined) return true;
  const bytes = BINARY_VRS.has(vr) && !/^(FL|FD|SL|SS|UL|US|SV|UV|AT)$/.test(vr);
  switch (action) {
    case 'pattern':
    case 'pseudonym':
      return !BINARY_VRS.has(vr) && vr !== 'SQ';
    case 'replace':
    case 'add':
      return !bytes && vr !== 'SQ';
    case 'age':
      return vr === 'AS';
    case 'uid':
      return vr === 'UI' || vr === 'SQ';
    case 'shift':
      return vr === 'DA' || vr === 'DT';
    default:
      return true;
  }
}

/** VR of what a rule names, from the keys that are already there. */
export function ruleVr(siblings: ReadonlyMap<string, string>): string | undefined {
  const vr = siblings.get('vr');
  if (vr) return vr;
  const result = parseSelector(siblings.get('tag') ?? '');
  return 'selector' in result ? selectorVr(result.selector) : undefined;
}

/** The actions and codes that fit the VR of the rule. */
export function actionItems(place: CursorPlace): CompletionItem[] {
  const vr = ruleVr(place.siblings);
  const names = ACTION_NAMES.filter(name => actionFits(name, vr)).map((name): CompletionItem => {
    const missing = (PARAMETERS[name] ?? []).filter(([key]) => !place.siblings.has(key));
    const between = place.flow ? ', ' : '\n';
    return {
      label: name,
      kind: 'action',
      insert: [name, ...missing.map(([key, text]) => `${key}: ${text}`)].join(between),
      ...(missing.length > 0 ? { snippet: true } : {}),
      documentation: ACTION_DOCS[name],
    };
  });
  const codes = CODES.filter(([code]) => code !== 'U' || actionFits('uid', vr)).map(([code, doc]): CompletionItem => ({
    label: code,
    kind: 'action',
    insert: code,
    detail: 'PS3.15 Table E.1-1a',
    documentation: doc,
  }));
  return [...names, ...codes];
}
