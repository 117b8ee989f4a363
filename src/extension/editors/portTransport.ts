import type { MessagePort, Worker } from 'node:worker_threads';
import type { Transport } from '../../protocol/rpc';

/** Messages between a thread and the one that started it; buffers move instead of being copied. */
export function portTransport(port: Worker | MessagePort): Transport {
  return {
    send: (message, transfer) => port.postMessage(message, transfer ? [...transfer] : undefined),
    listen: receiver => {
      port.on('message', receiver);
      return () => void port.off('message', receiver);
    },
  };
}
