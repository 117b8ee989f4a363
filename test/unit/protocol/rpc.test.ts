import { describe, expect, it } from 'vitest';
import type { RpcMessage, Transport } from '../../../src/protocol/rpc';
import { RpcPeer, Transferred } from '../../../src/protocol/rpc';
import { UserError } from '../../../src/protocol/userError';

interface Calls {
  add(params: { a: number; b: number }): number;
  fail(params: null): null;
  refuse(params: null): null;
  wait(params: null): string;
  bytes(params: null): Uint8Array;
}

/** Two ends of a wire; messages arrive in later turns, as they do across a real boundary. */
function wire(): { left: Transport; right: Transport; sent: RpcMessage[] } {
  const receivers: { left?: (m: unknown) => void; right?: (m: unknown) => void } = {};
  const sent: RpcMessage[] = [];
  const end = (own: 'left' | 'right', other: 'left' | 'right'): Transport => ({
    send: message => {
      sent.push(message);
      queueMicrotask(() => receivers[other]?.(structuredClone(message)));
    },
    listen: receiver => {
      receivers[own] = receiver;
      return () => delete receivers[own];
    },
  });
  return { left: end('left', 'right'), right: end('right', 'left'), sent };
}

function pair() {
  const { left, right, sent } = wire();
  const signals: AbortSignal[] = [];
  const server = new RpcPeer<Calls, object>(left, {
    add: ({ a, b }) => a + b,
    fail: () => {
      throw new TypeError('Doe^Jane is not a function');
    },
    refuse: () => {
      throw new UserError('Name a folder.');
    },
    wait: (_params, signal) => {
      signals.push(signal);
      return new Promise<string>(() => undefined);
    },
    bytes: () => {
      const bytes = new Uint8Array([1, 2, 3]);
      return new Transferred(bytes, [bytes.buffer]);
    },
  });
  const client = new RpcPeer<object, Calls>(right, {});
  return { client, server, sent, signals };
}

const turn = () => new Promise(resolve => setTimeout(resolve, 0));

describe('calls across a boundary', () => {
  it('gives each call its own answer, whatever the order', async () => {
    const { client } = pair();
    const answers = await Promise.all([client.call('add', { a: 1, b: 2 }), client.call('add', { a: 3, b: 4 })]);
    expect(answers).toEqual([3, 7]);
  });

  it('carries the sentence of an error for users back', async () => {
    const { client } = pair();
    await expect(client.call('refuse', null)).rejects.toMatchObject({ kind: 'UserError', message: 'Name a folder.' });
  });

  it('says of any other error only its kind: its message might quote a value', async () => {
    const { client, sent } = pair();
    await expect(client.call('fail', null)).rejects.toMatchObject({ kind: 'TypeError' });
    expect(JSON.stringify(sent)).not.toContain('Doe^Jane');
  });

  it('unwraps results whose buffers move', async () => {
    const { client } = pair();
    expect(await client.call('bytes', null)).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('turns an aborted signal into a cancel message and an AbortError', async () => {
    const { client, signals, sent } = pair();
    const abort = new AbortController();
    const call = client.call('wait', null, abort.signal);
    await turn();
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await turn();
    expect(signals.map(signal => signal.aborted)).toEqual([true]);
    expect(sent.some(message => message.kind === 'cancel')).toBe(true);
  });

  it('does not send a call whose signal is aborted already', async () => {
    const { client, sent } = pair();
    await expect(client.call('wait', null, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });

  it('rejects what is pending when it is disposed, and every later call', async () => {
    const { client } = pair();
    const call = client.call('wait', null);
    client.dispose();
    await expect(call).rejects.toThrow('closed');
    await expect(client.call('add', { a: 1, b: 1 })).rejects.toThrow('closed');
  });

  it('tells running handlers to stop when their side is disposed', async () => {
    const { client, server, signals } = pair();
    void client.call('wait', null).catch(() => undefined);
    await turn();
    server.dispose();
    expect(signals.map(signal => signal.aborted)).toEqual([true]);
    client.dispose();
  });

  it('answers an unknown method with an error and ignores what is no message', async () => {
    const { left, right } = wire();
    new RpcPeer<object, object>(left, {});
    const client = new RpcPeer<object, { nothing(params: null): null }>(right, {});
    right.send({ kind: 'nonsense' } as unknown as RpcMessage);
    await expect(client.call('nothing', null)).rejects.toThrow("no method 'nothing'");
  });
});
