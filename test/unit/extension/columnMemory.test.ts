import { describe, expect, it } from 'vitest';
import { ColumnMemory } from '../../../src/extension/editors/columnMemory';

function memory(stored?: unknown) {
  const kept = new Map<string, unknown>([['deidbench.viewer.columns', stored]]);
  return {
    kept,
    get: (key: string) => kept.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
}

describe('the memory of columns', () => {
  it('gives back widths and hidden columns', async () => {
    const store = memory();
    await new ColumnMemory(store).write({ widths: { name: 300.4 }, hidden: ['vm'] });
    expect(new ColumnMemory(store).read()).toEqual({ widths: { name: 300 }, hidden: ['vm'] });
  });

  it('keeps names of columns and numbers within limits only, whatever it is given', async () => {
    const store = memory();
    const odd = {
      widths: { name: 9e9, vr: 1, 'Doe^Jane': 100, tag: 'Smith', value: NaN },
      hidden: ['P-0001', 'vm', 5],
    };
    await new ColumnMemory(store).write(odd as never);
    expect([...store.kept.values()]).toEqual([{ widths: { name: 2000, vr: 24 }, hidden: ['vm'] }]);
  });

  it.each([[undefined], [null], ['text'], [{ widths: 5, hidden: {} }]])('starts anew from %j', stored => {
    expect(new ColumnMemory(memory(stored)).read()).toEqual({ widths: {}, hidden: [] });
  });
});
