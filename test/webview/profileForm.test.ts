import { describe, expect, it } from 'vitest';
import type { EditOutcome, FormOperation, FormRule } from '../../src/protocol/profileForm';
import { isFormOperation } from '../../src/protocol/profileForm';
import { ChangeSender } from '../../webview-ui/profile-form/changes';
import { gridMove } from '../../webview-ui/profile-form/gridKeys';
import {
  actionChange,
  conditionsText,
  matches,
  newRule,
  parseValues,
  selectorKind,
  valuesText,
} from '../../webview-ui/profile-form/ruleChange';
import { UserError } from '../../src/protocol/userError';

/** A host that applies what is meant for its version. */
class FakeHost {
  current = 1;
  readonly asked: [number, FormOperation][] = [];
  readonly said: string[] = [];
  answer: (() => EditOutcome) | undefined;
  version = () => this.current;
  say = (message: string) => void this.said.push(message);
  async edit(baseVersion: number, operation: FormOperation): Promise<EditOutcome> {
    this.asked.push([baseVersion, operation]);
    await Promise.resolve();
    if (this.answer) return this.answer();
    if (baseVersion !== this.current) return { kind: 'stale', version: this.current };
    return { kind: 'applied', version: ++this.current };
  }
}

const option = (name: string): FormOperation => ({ kind: 'addOption', option: name });
const rename = (index: number): FormOperation => ({ kind: 'changeRule', index, set: { reason: 'r' } });

describe('changes on their way to the text', () => {
  it('follow one another, each on the version the one before made', async () => {
    const host = new FakeHost();
    const sender = new ChangeSender(host);
    await Promise.all([sender.send(option('A')), sender.send(rename(0)), sender.send(option('C'))]);
    expect(host.asked.map(([base]) => base)).toEqual([1, 2, 3]);
    expect(host.said).toEqual([]);
  });

  it('are given up when somebody else changed the text in between', async () => {
    const host = new FakeHost();
    const sender = new ChangeSender(host);
    const done = Promise.all([sender.send(option('A')), sender.send(option('B'))]);
    host.current = 5;
    await done;
    expect(host.asked).toHaveLength(1);
    expect(host.said).toEqual([expect.stringContaining('nothing was changed')]);
    await sender.send(option('B'));
    expect(host.asked[1]?.[0]).toBe(5);
  });

  it('that name a rule by its number do not follow the removal of one', async () => {
    const host = new FakeHost();
    const sender = new ChangeSender(host);
    await Promise.all([
      sender.send({ kind: 'removeRule', index: 0 }),
      sender.send(rename(1)),
      sender.send(option('A')),
    ]);
    expect(host.asked.map(([, operation]) => operation.kind)).toEqual(['removeRule', 'addOption']);
  });

  it('that cannot be made are explained, and the next ones still go', async () => {
    const host = new FakeHost();
    host.answer = () => ({ kind: 'invalid', message: 'No.' });
    const sender = new ChangeSender(host);
    await sender.send(option('A'));
    host.answer = () => {
      throw new UserError('gone');
    };
    await sender.send(option('B'));
    host.answer = undefined;
    await sender.send(option('C'));
    expect(host.said).toEqual(['No.', 'gone']);
    expect(host.current).toBe(2);
  });
});

describe('a rule in the table', () => {
  it('gets the parameters of its new action and loses those of the old one', () => {
    expect(actionChange({ parameters: { value: 'x' } }, 'pseudonym')).toEqual({
      action: 'pseudonym',
      value: null,
      format: '{hash:8}',
    });
    expect(actionChange({ parameters: { value: 'x' } }, 'add')).toEqual({ action: 'add' });
    expect(actionChange({ parameters: { match: 'a', with: '' } }, 'keep')).toEqual({
      action: 'keep',
      match: null,
      with: null,
    });
    expect(newRule('vr', ' PN ', 'replace')).toEqual({ vr: 'PN', action: 'replace', value: '' });
  });

  it.each([
    ['PN', 'vr'],
    ['0013', 'group'],
    ['600A', 'group'],
    ['PatientName', 'tag'],
    ['(0010,0010)', 'tag'],
    ['A/B', 'tag'],
  ])('%s is a selector by %s', (text, kind) => expect(selectorKind(text)).toBe(kind));

  it('is found by every word it shows', () => {
    const rule: FormRule = {
      index: 0,
      by: 'tag',
      selector: 'StudyDescription',
      name: 'Study Description',
      when: [{ attribute: 'Modality', values: ['US', 'XA'] }],
      action: 'replace',
      parameters: { value: 'none' },
      reason: 'Board',
      effective: 'replace',
      because: '',
      decides: true,
      diagnostics: [{ code: 'DEID050', severity: 'info', message: 'look', place: 'rules/0', start: 0, end: 1 }],
      start: 0,
      end: 1,
    };
    for (const filter of ['', 'study desc', 'deid050', 'board replace', 'modality is us or xa'])
      expect(matches(rule, filter), filter).toBe(true);
    expect(matches(rule, 'study patient')).toBe(false);
    expect(conditionsText(rule.when)).toBe('Modality is US or XA');
  });

  it('reads the values of a condition back as it shows them', () => {
    expect(parseValues('US')).toBe('US');
    expect(parseValues('US | XA')).toEqual(['US', 'XA']);
    expect(parseValues('720')).toBe(720);
    expect(parseValues('007')).toBe('007');
    expect(parseValues('/a|b/i')).toBe('/a|b/i');
    expect(parseValues(valuesText(['LOGIQE9', '/^GE/i']))).toEqual(['LOGIQE9', '/^GE/i']);
  });
});

describe('keys of the grid', () => {
  const size = { rows: 100, columns: 8, page: 10 };
  it.each<[string, boolean, number, number]>([
    ['ArrowDown', false, 51, 3],
    ['ArrowUp', false, 49, 3],
    ['ArrowLeft', false, 50, 2],
    ['ArrowRight', false, 50, 4],
    ['PageDown', false, 60, 3],
    ['PageUp', false, 40, 3],
    ['Home', false, 50, 0],
    ['End', false, 50, 7],
    ['Home', true, 0, 0],
    ['End', true, 99, 7],
  ])('%s (control: %s)', (key, control, row, column) =>
    expect(gridMove(key, control, { row: 50, column: 3 }, size)).toEqual({ row, column }),
  );

  it('stay inside, and leave other keys alone', () => {
    expect(gridMove('ArrowUp', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(gridMove('PageDown', false, { row: 95, column: 0 }, size)?.row).toBe(99);
    expect(gridMove('Tab', false, { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

describe('operations from a page', () => {
  it('are checked like any input', () => {
    expect(isFormOperation({ kind: 'changeRule', index: 0, set: { reason: null, value: 'x' } })).toBe(true);
    expect(isFormOperation({ kind: 'setSetting', path: ['dates', 'shift', 'days'], value: [-3, -1] })).toBe(true);
    expect(isFormOperation({ kind: 'setSetting', path: 'name', value: 'x' })).toBe(false);
    expect(isFormOperation({ kind: 'addRule', rule: { tag: undefined } })).toBe(false);
    expect(isFormOperation({ kind: 'removeItem', path: ['a'], index: 1.5 })).toBe(false);
    expect(isFormOperation(['addOption'])).toBe(false);
  });
});
