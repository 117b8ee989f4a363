import type { ChildProcess } from 'node:child_process';
import type { RpcMessage, Transport } from '../../protocol/rpc';

/** Messages between a child process and the one that forked it, by structured clone (`serialization: 'advanced'`). */
export function processTransport(end: ChildProcess | NodeJS.Process): Transport {
  return {
    // A message to a process that has just ended is lost; whoever waits is told by its exit.
    send: (message: RpcMessage) => void end.send?.(message, undefined, undefined, () => undefined),
    listen: receiver => {
      end.on('message', receiver);
      return () => void end.off('message', receiver);
    },
  };
}
