import { describe, expect, it } from 'vitest';
import { formEdits } from '../../../src/extension/editors/profileFormText';
import { ProfileFormQueue, type EditedText } from '../../../src/extension/editors/profileFormQueue';
import { applyEdits, type TextEdit } from '../../../src/profile/diagnostic';
import type { FormOperation } from '../../../src/protocol/profileForm';

const TEXT = `# mine
deid: 1
options:
  - CleanDescriptors   # yes
rules:
  - { tag: StudyID, action: keep }
  - { tag: StudyDate,   action: keep }   # aligned
`;

/** A document that counts versions and remembers what it was asked to change. */
class FakeText implements EditedText {
  applied: TextEdit[][] = [];
  refuses = false;
  readOnly = false;
  #version = 1;
  constructor(public content = TEXT) {}
  version = () => this.#version;
  text = () => this.content;
  writable = () => !this.readOnly;
  async apply(edits: readonly TextEdit[]): Promise<boolean> {
    await new Promise(resolve => setTimeout(resolve, 1));
    if (this.refuses) return false;
    this.applied.push([...edits]);
    this.type(applyEdits(this.content, edits));
    return true;
  }
  /** Somebody else changes the text. */
  type(content: string): void {
    this.content = content;
    this.#version++;
  }
}

const setup = (content?: string) => {
  const text = new FakeText(content);
  return { text, queue: new ProfileFormQueue(text, formEdits) };
};
const ADD: FormOperation = { kind: 'addOption', option: 'CleanGraphics' };

describe('the queue of changes to the text of a profile', () => {
  it('applies a change to the version it was meant for, touching nothing else', async () => {
    const { text, queue } = setup();
    expect(await queue.submit(1, ADD)).toEqual({ kind: 'applied', version: 2 });
    expect(text.content).toBe(TEXT.replace('# yes\n', '# yes\n  - CleanGraphics\n'));
    expect(text.applied).toEqual([[{ range: expect.anything(), newText: '  - CleanGraphics\n' }]]);
  });

  it('refuses a change that was meant for another version', async () => {
    const { text, queue } = setup();
    text.type(`# first\n${TEXT}`);
    expect(await queue.submit(1, { kind: 'removeRule', index: 0 })).toEqual({ kind: 'stale', version: 2 });
    expect(text.applied).toEqual([]);
  });

  it('carries out one change after the other: the second of two for the same version is stale', async () => {
    const { text, queue } = setup();
    const [first, second] = await Promise.all([
      queue.submit(1, { kind: 'removeRule', index: 0 }),
      queue.submit(1, { kind: 'removeRule', index: 0 }),
    ]);
    expect(first).toEqual({ kind: 'applied', version: 2 });
    expect(second).toEqual({ kind: 'stale', version: 2 });
    expect(text.content).toContain('StudyDate');
  });

  it('says applied, with the same version, where there is nothing to do', async () => {
    const { text, queue } = setup();
    expect(await queue.submit(1, { kind: 'addOption', option: 'CleanDescriptors' })).toEqual({
      kind: 'applied',
      version: 1,
    });
    expect(text.applied).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a rule that is not there', { kind: 'changeRule', index: 7, set: { action: 'keep' } }, /no longer there/],
    ['a rule to remove that is not there', { kind: 'removeRule', index: 2 }, /no longer there/],
    ['an unknown kind', { kind: 'format' }, /none/],
    ['a negative index', { kind: 'removeRule', index: -1 }, /none/],
    ['an empty path', { kind: 'setSetting', path: [], value: 1 }, /none/],
    ['a value that is no value', { kind: 'setSetting', path: ['name'], value: NaN }, /none/],
    ['nothing', undefined, /none/],
  ])('refuses %s', async (_, operation, message) => {
    const { text, queue } = setup();
    expect(await queue.submit(1, operation)).toEqual({ kind: 'invalid', message: expect.stringMatching(message) });
    expect(text.content).toBe(TEXT);
  });

  it('leaves a text alone that is not YAML, or no mapping, or must not be written to', async () => {
    for (const content of ['deid: [1\n', '- a list\n', 'just words\n']) {
      const { text, queue } = setup(content);
      expect((await queue.submit(1, ADD)).kind).toBe('invalid');
      expect(text.content).toBe(content);
    }
    const { text, queue } = setup();
    text.readOnly = true;
    expect((await queue.submit(1, ADD)).kind).toBe('invalid');
  });

  it('starts a profile in an empty file, below its comments', async () => {
    for (const start of ['', '# nothing yet\n', '# no line end']) {
      const { text, queue } = setup(start);
      expect((await queue.submit(1, ADD)).kind).toBe('applied');
      const head = start === '' || start.endsWith('\n') ? start : `${start}\n`;
      expect(text.content).toBe(`${head}deid: 1\nname: New profile\noptions:\n  - CleanGraphics\n`);
    }
  });

  it('says so when the editor refuses, and goes on afterwards', async () => {
    const { text, queue } = setup();
    text.refuses = true;
    expect((await queue.submit(1, ADD)).kind).toBe('invalid');
    text.refuses = false;
    expect((await queue.submit(1, ADD)).kind).toBe('applied');
  });

  it('changes only the value that is asked for', async () => {
    const { text, queue } = setup();
    await queue.submit(1, { kind: 'changeRule', index: 1, set: { action: 'shift' } });
    expect(text.content).toBe(TEXT.replace('StudyDate,   action: keep', 'StudyDate,   action: shift'));
    await queue.submit(2, { kind: 'changeRule', index: 1, set: { action: 'keep' } });
    expect(text.content).toBe(TEXT);
  });
});
