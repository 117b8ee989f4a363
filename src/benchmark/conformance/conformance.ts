/** How well the files still conform to their IODs. Only what is new can be blamed on de-identification. */
export interface Conformance {
  /** Files compared with what they were before. */
  readonly files: number;
  /** Attributes that broke their Type, by tag path. */
  readonly typeViolations: readonly Violation[];
  /** Null if dciodvfy was not run. */
  readonly dciodvfy: {
    readonly errorsBefore: number;
    readonly errorsAfter: number;
    readonly newErrors: readonly { readonly tag: string; readonly message: string; readonly count: number }[];
  } | null;
}

export interface Violation {
  readonly path: string;
  readonly type: string;
  readonly problem: string;
  readonly count: number;
}

interface Message {
  readonly kind: 'Error' | 'Warning';
  readonly tag: string;
  readonly message: string;
}

/** Counts violations and messages over many files. */
export class ConformanceTally {
  private readonly violations = new Map<string, Violation>();
  private readonly fresh = new Map<string, { tag: string; message: string; count: number }>();
  private before = 0;
  private after = 0;
  private checked = false;

  violation(path: string, type: string, problem: string): void {
    const general = path.replace(/\[<\d+>\]/g, '[<n>]');
    const key = `${general} ${problem}`;
    const count = (this.violations.get(key)?.count ?? 0) + 1;
    this.violations.set(key, { path: general, type, problem, count });
  }

  /** Errors of one file before and after. */
  messages(before: readonly Message[], after: readonly Message[]): void {
    this.checked = true;
    const old = new Map<string, number>();
    for (const message of before) {
      if (message.kind !== 'Error') continue;
      this.before++;
      const key = keyOf(message);
      old.set(key, (old.get(key) ?? 0) + 1);
    }
    for (const message of after) {
      if (message.kind !== 'Error') continue;
      this.after++;
      const key = keyOf(message);
      const left = old.get(key) ?? 0;
      if (left > 0) {
        old.set(key, left - 1);
        continue;
      }
      const known = this.fresh.get(key);
      if (known) known.count++;
      else this.fresh.set(key, { tag: message.tag.replace(/\[\d+\]/g, '[n]'), message: message.message, count: 1 });
    }
  }

  report(files: number): Conformance {
    return {
      files,
      typeViolations: [...this.violations.values()].sort((a, b) => b.count - a.count),
      dciodvfy: this.checked
        ? {
            errorsBefore: this.before,
            errorsAfter: this.after,
            newErrors: [...this.fresh.values()].sort((a, b) => b.count - a.count),
          }
        : null,
    };
  }
}

function keyOf({ tag, message }: Message): string {
  return `${tag.replace(/\[\d+\]/g, '[n]')} ${message}`;
}
