import { describe, expect, it } from 'vitest';
import { KeyQueue } from '../../webview-ui/shared/keyQueue';

/** Rows that are on their way until told otherwise. */
class Rows {
  promise: Promise<void> | undefined;
  #done: (() => void) | undefined;
  ask(): void {
    this.promise = new Promise(done => (this.#done = done));
  }
  async arrive(): Promise<void> {
    this.promise = undefined;
    this.#done?.();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

function press(queue: KeyQueue, key: string, action: () => void): boolean {
  let prevented = false;
  queue.run({ key, preventDefault: () => (prevented = true) } as unknown as KeyboardEvent, action);
  return prevented;
}

describe('keys of rows', () => {
  it('act at once when no rows are on their way', () => {
    const seen: string[] = [];
    const queue = new KeyQueue(() => undefined);
    expect(press(queue, 'ArrowRight', () => seen.push('a'))).toBe(false);
    expect(seen).toEqual(['a']);
  });

  it('wait for rows that an earlier key asked for, keep their order, and do not scroll meanwhile', async () => {
    const rows = new Rows();
    const queue = new KeyQueue(() => rows.promise);
    const seen: string[] = [];
    press(queue, 'ArrowRight', () => {
      seen.push('open');
      rows.ask();
    });
    expect(press(queue, 'ArrowRight', () => seen.push('to the child'))).toBe(true);
    press(queue, 'ArrowRight', () => {
      seen.push('open the child');
      rows.ask();
    });
    press(queue, 'ArrowLeft', () => seen.push('close'));
    await Promise.resolve();
    expect(seen).toEqual(['open']);
    await rows.arrive();
    expect(seen).toEqual(['open', 'to the child', 'open the child']);
    await rows.arrive();
    expect(seen).toEqual(['open', 'to the child', 'open the child', 'close']);
  });

  it('go on when the rows could not be had', async () => {
    const failed: Promise<void> = Promise.reject(new Error('gone'));
    let asked: Promise<void> | undefined = failed;
    failed.catch(() => (asked = undefined));
    const queue = new KeyQueue(() => asked);
    await new Promise<void>(done => press(queue, 'Enter', done));
  });
});
