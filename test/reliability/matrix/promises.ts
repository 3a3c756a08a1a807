import type { Fault } from "./faults";
import { isReading, type Method, type Row } from "./rows";

/** Where the tenant, or the state, is between what was declared before and what is declared now. */
export type Situation = "before" | "between" | "declared";

/** What a run under a fault, and the next `up`, are promised to do. */
export interface Promised {
  readonly run: "ends well" | "fails";
  readonly tenant: Situation;
  readonly state: Situation;
  /** What the next `up` writes to bring the tenant to what the program declares; "refused" where it needs a word. */
  readonly next: readonly Method[] | "refused";
}

/** The writes of a whole operation. */
const writes: Readonly<Record<Row["operation"], readonly Method[]>> = {
  refresh: [],
  preview: [],
  create: ["POST"],
  update: ["PUT"],
  replace: ["POST", "DELETE"],
  delete: ["DELETE"],
};

const writesOf = ({ operation, kindCase }: Row): readonly Method[] =>
  operation === "update" ? [kindCase.change?.method ?? "PUT"] : writes[operation];

/**
 * The promises of the provider, for every kind and both adapters:
 * - a run that cannot go on changes nothing more, and says so;
 * - what is safe to send again is sent again, and a change whose answer was lost is looked for: neither shows outside;
 * - what was made is in state, finished or not, as long as there is somebody who can record it;
 * - otherwise the next `up` on the same machine knows its own object again.
 */
export function promised(row: Row, fault: Fault): Promised {
  const all = writesOf(row);
  const asBefore: Promised = { run: "fails", tenant: "before", state: "before", next: all };
  if (isOvercome(row, fault)) {
    const situation = isReading(row) ? "before" : "declared";
    return { run: "ends well", tenant: situation, state: situation, next: [] };
  }
  switch (row.moment) {
    case "look":
      return asBefore;
    case "change":
      return change(row, fault, asBefore);
    case "wait": {
      const tenant = row.operation === "create" ? "declared" : "between";
      return { run: "fails", tenant, state: fault.losesState ? "before" : "between", next: [] };
    }
    case "removal of the old": {
      const isGone = fault.isDone;
      const tenant = isGone ? "declared" : "between";
      return { run: "fails", tenant, state: "between", next: isGone ? [] : ["DELETE"] };
    }
  }
}

function change(row: Row, fault: Fault, asBefore: Promised): Promised {
  const { method, operation } = row;
  const [, ...rest] = writesOf(row);
  if (fault.losesState) {
    const tenant = rest.length > 0 ? "between" : "declared";
    const isForeign = method === "POST" && operation !== "update" && fault.isElsewhere === true;
    return { run: "fails", tenant, state: "before", next: isForeign ? "refused" : rest };
  }
  // What the service claims to have changed is recorded as it is.
  if (fault.isLie && operation === "update") return { ...asBefore, state: "between" };
  return asBefore;
}

/** Whether the run notices and goes on. */
function isOvercome({ kindCase, method, moment, operation }: Row, { lasts, isDone, status }: Fault): boolean {
  // A 404 that is not in the service's words proves nothing: the list, where it is another request, shows the object.
  const { getOperation } = kindCase;
  if (status === 404 && operation === "update" && moment === "look") return getOperation !== undefined;
  return lasts === "once" && (isDone || method !== "POST");
}
