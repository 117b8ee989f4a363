import { isMap, isSeq } from 'yaml';
import type { DocumentSettings, Located, WordEntry } from './document';
import type { SourceRange, TextMode } from './model';
import { child, listItems, mapEntries, nodeRange, scalarText, type YamlNode } from './yamlNodes';

/** Reads everything of a profile that is a setting; values of the wrong kind are left out (the shape check has reported them). */
export function readSettings(root: YamlNode, whole: SourceRange): DocumentSettings {
  const located = <T>(node: YamlNode, value: T | undefined): Located<T> | undefined =>
    value === undefined ? undefined : { value, range: nodeRange(node, whole) };
  const at = (...path: string[]): YamlNode => path.reduce<YamlNode>((node, key) => child(node, key), root);
  const text = (...path: string[]) => located(at(...path), scalarText(at(...path)));
  const integer = (...path: string[]) => located(at(...path), integerOf(at(...path)));
  const choice = <T extends string>(values: readonly T[], ...path: string[]): Located<T> | undefined => {
    const value = scalarText(at(...path));
    return located(
      at(...path),
      values.find(v => v === value),
    );
  };
  const settings: DocumentSettings = { textModes: [], keep: [], remove: [] };
  const set = <K extends keyof DocumentSettings>(key: K, value: DocumentSettings[K] | undefined) => {
    if (value !== undefined) settings[key] = value;
  };
  set('version', integer('deid'));
  set('name', text('name'));
  set('standard', text('standard'));
  set('base', choice(['ps3.15', 'none'], 'base'));
  const id = at('patient', 'id');
  if (isMap(id)) {
    const file = scalarText(child(id, 'file'));
    const missing = scalarText(child(id, 'missing')) === 'pseudonym' ? 'pseudonym' : 'quarantine';
    if (file !== undefined) settings.patientTable = { value: { file, missing }, range: nodeRange(id, whole) };
  } else set('patientId', text('patient', 'id'));
  set('patientName', text('patient', 'name'));
  set('uidRoot', text('uids', 'root'));
  set('shiftScope', text('dates', 'shift', 'scope'));
  set('shiftDays', readDays(at('dates', 'shift', 'days'), whole));
  set('capAt', integer('ages', 'capAt'));
  set('textDates', choice(['remove', 'keepYear', 'shift'], 'text', 'dates'));
  set('textTitles', choice(['keep', 'remove'], 'text', 'titles'));
  const locales = listItems(at('text', 'locales')).flatMap(n => scalarText(n) ?? []);
  if (locales.length > 0) settings.locales = { value: locales, range: nodeRange(at('text', 'locales'), whole) };
  for (const { key, keyNode, value } of mapEntries(at('text', 'mode'))) {
    const mode = (['surgical', 'blankIfDoubt', 'keepList'] as const).find((m: TextMode) => m === scalarText(value));
    if (mode) settings.textModes.push({ key: { value: key, range: nodeRange(keyNode, whole) }, mode });
  }
  settings.keep = readWords(at('text', 'keep'), whole);
  settings.remove = readWords(at('text', 'remove'), whole);
  set('privateDefault', choice(['remove', 'keep'], 'private', 'default'));
  set('knowledgeBase', text('private', 'knowledgeBase'));
  set('unlistedText', choice(['keep', 'clean', 'remove'], 'unlisted', 'text'));
  set('detect', choice(['auto', 'off', 'always'], 'pixels', 'detect'));
  set('pixelMode', choice(['balanced', 'conservative', 'allText'], 'pixels', 'mode'));
  set('whenUndecodable', choice(['quarantine', 'keep'], 'pixels', 'whenUndecodable'));
  set('path', text('files', 'path'));
  return settings;
}

function integerOf(node: YamlNode): number | undefined {
  const text = scalarText(node);
  return text !== undefined && /^[-+]?\d+$/.test(text) ? Number(text) : undefined;
}

function readDays(node: YamlNode, whole: SourceRange): Located<readonly number[] | string> | undefined {
  const range = nodeRange(node, whole);
  if (isSeq(node)) {
    const values = listItems(node).map(integerOf);
    return values.length === 2 && values.every(v => v !== undefined) ? { value: values as number[], range } : undefined;
  }
  const single = integerOf(node);
  if (single !== undefined) return { value: [single], range };
  const text = scalarText(node);
  return text === undefined ? undefined : { value: text, range };
}

function readWords(node: YamlNode, whole: SourceRange): WordEntry[] {
  return listItems(node).flatMap((item): WordEntry[] => {
    const range = nodeRange(item, whole);
    const word = scalarText(item);
    if (word !== undefined) return [{ value: { word }, range }];
    const file = scalarText(child(item, 'file'));
    return file === undefined ? [] : [{ value: { file }, range }];
  });
}
