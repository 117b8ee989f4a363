import type { JobEvent } from '../../protocol/jobs';

type Progress = Extract<JobEvent, { type: 'progress' }>;

const PHASES: Readonly<Record<string, string>> = {
  discover: 'looking for files',
  index: 'reading headers',
  deidentify: 'de-identifying',
  check: 'scoring',
  strict: 'looking for more',
  report: 'writing reports',
  synthesize: 'making the benchmark',
};

/** Turns progress events into `de-identifying: 1,200 of 29,660 files, 840 files/s, 34 s left`. */
export class ProgressText {
  #phase = '';
  #start = 0;

  /** @param now monotonic time in ms */
  of(event: Progress, now: number): string {
    if (event.phase !== this.#phase) {
      this.#phase = event.phase;
      this.#start = now;
    }
    const name = PHASES[event.phase] ?? event.phase;
    if (event.phase === 'report') return name;
    const done = event.done.toLocaleString('en-US');
    const seconds = (now - this.#start) / 1000;
    const rate = seconds > 0.5 ? event.done / seconds : 0;
    const speed = rate >= 1 ? `, ${Math.round(rate).toLocaleString('en-US')} files/s` : '';
    if (event.total === undefined) return `${name}: ${done} files${speed}`;
    const left = rate > 0 && event.done < event.total ? `, ${duration((event.total - event.done) / rate)} left` : '';
    return `${name}: ${done} of ${event.total.toLocaleString('en-US')} files${speed}${left}`;
  }
}

/** `34 s`, `5 min`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
