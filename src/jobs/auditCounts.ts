/** Path (item numbers left out), action, reason, how often. */
export type AuditCount = [path: string, action: string, reason: string, count: number];

/** Counts what was done by path, action and reason. Looked up part by part: a joined key would cost a string per element. */
export class AuditCounts {
  /** In the order in which each came first. */
  readonly entries: AuditCount[] = [];
  private readonly byPath = new Map<string, Map<string, AuditCount[]>>();

  count(path: string, action: string, reason: string, times: number): void {
    let byReason = this.byPath.get(path);
    if (!byReason) this.byPath.set(path, (byReason = new Map()));
    let entries = byReason.get(reason);
    if (!entries) byReason.set(reason, (entries = []));
    for (const entry of entries) {
      if (entry[1] === action) {
        entry[3] += times;
        return;
      }
    }
    const entry: AuditCount = [path, action, reason, times];
    entries.push(entry);
    this.entries.push(entry);
  }

  clear(): void {
    this.entries.length = 0;
    this.byPath.clear();
  }
}
