import type { JobEvent } from '../../protocol/jobs';

/** Turns job events into what a person or a program reads while a command runs. */
export type Reporter = (event: JobEvent) => void;

const PHASES: Readonly<Record<string, string>> = {
  discover: 'looking for files',
  index: 'reading headers',
  'take-index': 'reading the index',
  deidentify: 'de-identifying',
  score: 'scoring',
  synthesize: 'making the benchmark',
  verify: 'verifying',
};

/** One JSON object per line on standard output, for the editor and for scripts (`--events`). */
export function eventLines(write: (text: string) => void = text => void process.stdout.write(text)): Reporter {
  return event => write(`${JSON.stringify(event)}\n`);
}

/**
 * Progress for people on standard error: one line that renews itself on a terminal, one line every ten seconds elsewhere;
 * files that became no output and warnings on lines of their own.
 */
export function humanProgress(
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Reporter {
  let phase = '';
  let phaseStart = now();
  let last = -Infinity;
  let open = false;
  const line = (text: string): void => {
    if (open) stream.write('\r\x1b[K');
    open = false;
    stream.write(`${text}\n`);
  };
  return event => {
    switch (event.type) {
      case 'progress': {
        if (event.phase !== phase) {
          phase = event.phase;
          phaseStart = now();
          last = stream.isTTY ? -Infinity : now();
        }
        const interval = stream.isTTY ? 100 : 10_000;
        if (now() - last < interval && event.done !== event.total) return;
        if (!stream.isTTY && now() - last < interval) return;
        last = now();
        const text = progressText(event, (now() - phaseStart) / 1000);
        if (stream.isTTY) {
          stream.write(`\r\x1b[K${text}`);
          open = true;
        } else {
          line(text);
        }
        return;
      }
      case 'file':
        line(
          `${event.status === 'notDicom' ? 'not DICOM' : event.status}: ${event.input}: ${event.message ?? event.code ?? ''}`,
        );
        return;
      case 'warning':
        line(event.message);
        return;
      case 'failed':
        line(event.message);
        return;
      case 'done':
      case 'cancelled':
        if (open) stream.write('\r\x1b[K');
        open = false;
        return;
      case 'started':
        return;
    }
  };
}

/** `de-identifying 1,200 of 29,660 files, 840 files/s, 34 s left`. */
export function progressText(event: Extract<JobEvent, { type: 'progress' }>, seconds: number): string {
  const name = PHASES[event.phase] ?? event.phase;
  const done = event.done.toLocaleString('en-US');
  if (event.total === undefined) return `${name}: ${done} files`;
  const rate = seconds > 0.5 ? event.done / seconds : 0;
  const speed = rate > 0 ? `, ${Math.round(rate).toLocaleString('en-US')} files/s` : '';
  const left = rate > 0 && event.done < event.total ? `, ${duration((event.total - event.done) / rate)} left` : '';
  return `${name}: ${done} of ${event.total.toLocaleString('en-US')} files${speed}${left}`;
}

/** `34 s`, `5 min`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
