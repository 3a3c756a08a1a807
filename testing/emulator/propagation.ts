import type { Delay } from "./settings";

interface Pending {
  until: number;
  attempts: number;
}

export type PropagatingKind = "scope" | "assignment" | "principal" | "dataverse";

/** What was created moments ago and is not visible everywhere yet. Forgotten on reset and not kept in state files. */
export class Propagation {
  private readonly pending = new Map<string, Pending>();
  private readonly named = new Set<string>();

  constructor(private readonly now: () => number) {}

  start(kind: PropagatingKind, id: string, delay: Delay): void {
    const attempts = delay.attempts ?? 0;
    const ms = delay.ms ?? 0;
    if (attempts === 0 && ms === 0) return;
    this.pending.set(key(kind, id), { until: this.now() + ms, attempts });
  }

  /** Like `start`, but only the first time this object is named. */
  startOnce(kind: PropagatingKind, id: string, delay: Delay): void {
    if (this.named.has(key(kind, id))) return;
    this.named.add(key(kind, id));
    this.start(kind, id, delay);
  }

  /** Whether a request still has to be answered as if the object did not exist; uses up one attempt. */
  hides(kind: PropagatingKind, id: string): boolean {
    const pending = this.pending.get(key(kind, id));
    if (pending === undefined) return false;
    if (pending.attempts === 0 && this.now() >= pending.until) {
      this.pending.delete(key(kind, id));
      return false;
    }
    pending.attempts = Math.max(0, pending.attempts - 1);
    return true;
  }

  /** The ids of what is still hidden. */
  hidden(kind: PropagatingKind): string[] {
    return [...this.pending]
      .filter(([name, { attempts, until }]) => name.startsWith(key(kind, "")) && (attempts > 0 || this.now() < until))
      .map(([name]) => name.slice(key(kind, "").length));
  }

  clear(): void {
    this.pending.clear();
    this.named.clear();
  }
}

const key = (kind: PropagatingKind, id: string): string => `${kind} ${id.toLowerCase()}`;
