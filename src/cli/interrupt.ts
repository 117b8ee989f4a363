/**
 * A signal that aborts at the first Ctrl+C (or SIGTERM): the command finishes the files in hand, writes its reports and can
 * be resumed. A second one ends the process at once.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    process.stderr.write('\nstopping after the files in hand (press again to stop at once)\n');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
