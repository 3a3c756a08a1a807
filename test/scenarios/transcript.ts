import type { DriverError, Properties, ProviderDriver } from "./driver";

type Call = Record<string, unknown>;

/**
 * What the adapter under test answered in one scenario, call by call: answers, errors, warnings. Its text is the same for
 * two adapters when they behave the same: what differs from run to run (ids, times, ports) is numbered or left out.
 */
export class Transcript {
  private readonly calls: Call[] = [];
  private underWay = 0;
  /** How many of the last calls were under way at one time. */
  private together = 0;

  /** The same driver; what it answers is taken down, in the order of the calls. */
  follow(driver: ProviderDriver): ProviderDriver {
    const noted =
      <Args extends unknown[], Answer>(name: string, method: (...args: Args) => Promise<Answer>) =>
      async (...args: Args): Promise<Answer> => {
        const call: Call = { call: name };
        this.calls.push(call);
        this.together = this.underWay++ === 0 ? 1 : this.together + 1;
        const before = driver.warnings.length;
        try {
          const answer = await method(...args);
          call.answer = answer;
          return answer;
        } catch (error) {
          const { message, initFailure } = error as DriverError;
          call.error = { message, initFailure };
          throw error;
        } finally {
          call.warnings = driver.warnings.slice(before);
          if (--this.underWay === 0) this.sortTogether();
        }
      };
    return {
      get warnings() {
        return driver.warnings;
      },
      printed: () => driver.printed(),
      close: () => driver.close(),
      check: noted("check", driver.check.bind(driver)),
      diff: noted("diff", driver.diff.bind(driver)),
      create: noted("create", driver.create.bind(driver)),
      read: noted("read", driver.read.bind(driver)),
      update: noted("update", driver.update.bind(driver)),
      delete: noted("delete", driver.delete.bind(driver)),
    };
  }

  /** Takes down something else that has to be the same. */
  note(what: string, value: unknown): void {
    this.calls.push({ [what]: value });
  }

  /** Which of several calls at a time is first is up to the connection: those that failed come last. */
  private sortTogether(): void {
    const last = this.calls.splice(-this.together);
    this.calls.push(...last.filter(({ error }) => !error), ...last.filter(({ error }) => error));
  }

  toString(): string {
    return comparable(JSON.stringify(this.calls, sortedMembers, 2));
  }
}

/** The text of the provider belongs to the dynamic form alone; the order of members means nothing. */
function sortedMembers(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value as Properties).filter(([name]) => name !== "__provider");
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function comparable(text: string): string {
  const ids = new Map<string, string>();
  return (
    text
      // Only the plugin can import.
      .replace(/,? or run `pulumi import [^`]*`/g, "")
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, (id) => {
        const known = ids.get(id.toLowerCase()) ?? `id ${ids.size + 1}`;
        ids.set(id.toLowerCase(), known);
        return known;
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "some time")
      .replace(/\b\d+(\.\d+)? (ms|s|min|h)\b/g, "some time")
      .replace(/\b\d+ (reads|attempts)\b/g, "some $1")
      .replace(/127\.0\.0\.1:\d+/g, "the tenant")
  );
}
