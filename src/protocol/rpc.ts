/**
 * Calls across a boundary: webview, worker thread or child process. One promise per call; errors travel back, those that were
 * not written for users without their message; aborting a signal sends a cancel message; disposing rejects everything that is
 * pending.
 */
import { sentenceOf, UserError } from './userError';

/** How messages get to the other side. Both sides must be able to receive what the other one sends (structured clone). */
export interface Transport {
  send(message: RpcMessage, transfer?: readonly ArrayBuffer[]): void;
  /** Registers the one receiver; returns what takes it away again. */
  listen(receiver: (message: unknown) => void): () => void;
}

export type RpcMessage =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'notify'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly name: string; readonly message: string }
  | { readonly kind: 'cancel'; readonly id: number };

/** Parameters of a method of a contract. */
export type Params<F> = F extends (params: infer P) => unknown ? P : never;
/** What a method of a contract gives. */
export type Result<F> = F extends (params: never) => infer R ? Awaited<R> : never;

/** Implementation of a contract: every method gets its parameters and a signal that fires when the caller gives up. */
export type Handlers<C> = {
  readonly [K in keyof C]: (
    params: Params<C[K]>,
    signal: AbortSignal,
  ) => Answer<Result<C[K]>> | Promise<Answer<Result<C[K]>>>;
};

type Answer<T> = T | Transferred<T>;

/** An error that happened on the other side, with what may be said of it (`sentenceOf`). */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  /** @param kind name of the error's class over there. */
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

/** Wraps a result whose buffers move to the receiver instead of being copied. */
export class Transferred<T> {
  constructor(
    readonly value: T,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  release(): void;
}

/** One end of a boundary. `Local` is the contract this side answers, `Remote` the one it calls. */
export class RpcPeer<Local extends object, Remote extends object> {
  #next = 1;
  #disposed = false;
  readonly #pending = new Map<number, Pending>();
  readonly #running = new Map<number, AbortController>();
  readonly #handlers: ReadonlyMap<string, (params: unknown, signal: AbortSignal) => unknown>;
  readonly #stop: () => void;

  constructor(
    private readonly transport: Transport,
    handlers: Handlers<Local>,
  ) {
    this.#handlers = new Map(Object.entries(handlers) as [string, (params: unknown, signal: AbortSignal) => unknown][]);
    this.#stop = transport.listen(message => this.#receive(message));
  }

  /** Calls a method of the other side. Rejects with its error, with an `AbortError`, or when this end is disposed. */
  call<K extends keyof Remote & string>(
    method: K,
    params: Params<Remote[K]>,
    signal?: AbortSignal,
    transfer?: readonly ArrayBuffer[],
  ): Promise<Result<Remote[K]>> {
    if (this.#disposed) return Promise.reject(new UserError(`The connection is closed (${method}).`));
    if (signal?.aborted) return Promise.reject(aborted());
    const id = this.#next++;
    return new Promise<Result<Remote[K]>>((resolve, reject) => {
      const onAbort = () => {
        if (!this.#pending.delete(id)) return;
        this.transport.send({ kind: 'cancel', id });
        reject(aborted());
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#pending.set(id, {
        resolve: value => resolve(value as Result<Remote[K]>),
        reject,
        release: () => signal?.removeEventListener('abort', onAbort),
      });
      try {
        this.transport.send({ kind: 'call', id, method, params }, transfer);
      } catch (error) {
        this.#settle(id)?.reject(asError(error));
      }
    });
  }

  /** Tells the other side something without waiting for it. */
  notify<K extends keyof Remote & string>(method: K, params: Params<Remote[K]>): void {
    if (!this.#disposed) this.transport.send({ kind: 'notify', method, params });
  }

  /** Closes this end: pending calls reject, running handlers are told to stop. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#stop();
    for (const id of [...this.#pending.keys()]) this.#settle(id)?.reject(new UserError('The connection was closed.'));
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.release();
    return pending;
  }

  #receive(message: unknown): void {
    if (!isRpcMessage(message)) return;
    switch (message.kind) {
      case 'call':
        void this.#answer(message.id, message.method, message.params);
        break;
      case 'notify':
        void this.#answer(undefined, message.method, message.params);
        break;
      case 'result':
        this.#settle(message.id)?.resolve(message.value);
        break;
      case 'error':
        this.#settle(message.id)?.reject(new RemoteError(message.name, message.message));
        break;
      case 'cancel':
        this.#running.get(message.id)?.abort();
    }
  }

  async #answer(id: number | undefined, method: string, params: unknown): Promise<void> {
    const controller = new AbortController();
    if (id !== undefined) this.#running.set(id, controller);
    try {
      const handler = this.#handlers.get(method);
      if (!handler) throw new UserError(`There is no method '${method}'.`);
      const value = await handler(params, controller.signal);
      if (id === undefined || this.#disposed || controller.signal.aborted) return;
      if (value instanceof Transferred) this.transport.send({ kind: 'result', id, value: value.value }, value.buffers);
      else this.transport.send({ kind: 'result', id, value });
    } catch (error) {
      if (id === undefined || this.#disposed || controller.signal.aborted) return;
      this.transport.send({ kind: 'error', id, name: asError(error).name, message: sentenceOf(error) });
    } finally {
      if (id !== undefined) this.#running.delete(id);
    }
  }
}

function aborted(): Error {
  const error = new Error('The call was cancelled.');
  error.name = 'AbortError';
  return error;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const KINDS = new Set(['call', 'notify', 'result', 'error', 'cancel']);

function isRpcMessage(message: unknown): message is RpcMessage {
  if (typeof message !== 'object' || message === null) return false;
  return 'kind' in message && typeof message.kind === 'string' && KINDS.has(message.kind);
}
