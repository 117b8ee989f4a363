import { describe, expect, it } from 'vitest';
import { localPool } from '../../../src/jobs/pool';
import { throttle } from '../../../src/jobs/throttle';

describe('throttle', () => {
  it('never takes more items than it may work on', async () => {
    let running = 0;
    let most = 0;
    let taken = 0;
    function* source() {
      for (let i = 0; i < 20; i++) {
        taken++;
        yield i;
      }
    }
    await throttle(source(), 3, async () => {
      most = Math.max(most, ++running);
      expect(taken - running).toBeLessThanOrEqual(20);
      await new Promise(r => setTimeout(r, 1));
      running--;
    });
    expect(most).toBe(3);
    expect(taken).toBe(20);
  });

  it('waits for what is running, then rejects with the first error, and takes nothing more', async () => {
    const finished: number[] = [];
    const work = async (i: number): Promise<void> => {
      await new Promise(r => setTimeout(r, i === 1 ? 1 : 5));
      if (i === 1) throw new Error('first');
      finished.push(i);
    };
    await expect(throttle([0, 1, 2, 3, 4, 5, 6, 7], 2, work)).rejects.toThrow('first');
    expect(finished.length).toBeLessThan(4);
    expect(finished).toContain(0);
  });

  it('stops taking items when the signal aborts', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    await throttle(
      [1, 2, 3, 4],
      1,
      async i => {
        done.push(i);
        if (i === 2) controller.abort();
      },
      controller.signal,
    );
    expect(done).toEqual([1, 2]);
  });
});

describe('localPool', () => {
  it('runs tasks one after the other in this thread, and goes on after a failure', async () => {
    const order: number[] = [];
    const pool = localPool<number, number>(async n => {
      await new Promise(r => setTimeout(r, 3 - n));
      if (n === 1) throw new Error('one');
      order.push(n);
      return n * 2;
    });
    const results = await Promise.allSettled([pool.run(0), pool.run(1), pool.run(2)]);
    expect(results.map(r => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([0, 2]);
  });
});
