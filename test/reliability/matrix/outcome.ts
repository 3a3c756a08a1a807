import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { StackEvent } from "./events";
import type { Fault } from "./faults";
import type { Promised } from "./promises";
import { type Adapter } from "./providerProcess";
import { type Hit, isReading } from "./rows";

/** What a run and the next `up` came to, in a word. */
export type Word = "ok" | "again" | "kept" | "found" | "adopt" | "refused";

export function wordOf({ run, tenant, state, next }: Promised): Word {
  if (run === "ends well") return "ok";
  if (next === "refused") return "adopt";
  if (state === "between") return "kept";
  return tenant === state ? "again" : "found";
}

type Cells = Record<string, Partial<Record<Adapter, Word>>>;

interface RowOutcome {
  readonly kind: string;
  readonly operation: string;
  readonly request: string;
  readonly cells: Cells;
}

interface EventOutcome extends Pick<StackEvent, "name" | "meaning"> {
  /** By kind. */
  readonly cells: Cells;
}

/** What a run of the matrix has found; `scripts/reliabilityDoc.mjs` makes the tables of docs/reliability.md of it. */
export class Outcome {
  private readonly rows = new Map<Hit, RowOutcome>();
  private readonly events = new Map<StackEvent, EventOutcome>();

  constructor(private readonly faults: readonly Pick<Fault, "name" | "meaning">[]) {}

  cell(kind: string, row: Hit, fault: Fault, adapter: Adapter, word: Word): void {
    const { operation } = row;
    const found = this.rows.get(row) ?? {
      kind,
      operation,
      request: requestOf(row),
      cells: {},
    };
    this.rows.set(row, found);
    (found.cells[fault.name] ??= {})[adapter] = word;
  }

  event(event: StackEvent, kind: string, adapter: Adapter, word: Word): void {
    const { name, meaning } = event;
    const found = this.events.get(event) ?? { name, meaning, cells: {} };
    this.events.set(event, found);
    (found.cells[kind] ??= {})[adapter] = word;
  }

  /** Keeps it beside what is compiled. */
  write(): void {
    const faults = this.faults.map(({ name, meaning }) => ({ name, meaning }));
    const found = { faults, rows: [...this.rows.values()], events: [...this.events.values()] };
    writeFileSync(join(__dirname, "../../../reliability.json"), JSON.stringify(found, undefined, 1));
  }
}

function requestOf(row: Hit): string {
  const { moment, method, operation } = row;
  if (isReading(row)) return "reads";
  switch (moment) {
    case "look":
      return "read before";
    case "wait":
      return "reads after";
    case "removal of the old":
      return "DELETE of the old";
    case "change":
      return operation === "replace" ? "POST of the new" : method;
  }
}
