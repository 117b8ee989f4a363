import type { RpcMessage, Transport } from '../../src/protocol/rpc';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code's side of this page; may be asked for once only, hence this module. */
const api: VsCodeApi = acquireVsCodeApi();

/** Messages to and from the extension host. */
export const hostTransport: Transport = {
  send: (message: RpcMessage) => api.postMessage(message),
  listen: receiver => {
    const onMessage = (event: MessageEvent<unknown>) => receiver(event.data);
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  },
};

/** State that VS Code keeps while the tab is hidden and over a reload. Must never hold a value of a file. */
export function savedState(): unknown {
  return api.getState();
}

/** Keeps the state of the page for when its tab comes back. */
export function saveState(state: object): void {
  api.setState(state);
}
