import type { Emulator, SettingsChange } from "../../../testing/emulator";
import type { Properties, ProviderDriver } from "../../scenarios/driver";
import { type KindCase, kindCases } from "../../kinds";
import type { Endless } from "../../kinds/kindCase";
import type { StackOfOne } from "./stackOfOne";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One request of one operation: what a fault hits. */
export interface Hit {
  readonly operation: "refresh" | "preview" | "create" | "update" | "replace" | "delete";
  /** Which request of the operation: the look before the change, the change, or the wait after it. */
  readonly moment: "look" | "change" | "wait" | "removal of the old";
  readonly method: Method;
  /** The request among all of the operation. */
  readonly target: { readonly method?: Method; readonly operationId?: string; readonly nth?: number };
  readonly endless?: Endless;
}

/** The same of one kind. */
export interface Row extends Hit {
  readonly kindCase: KindCase;
  /** What the program declared before; nothing where the operation makes the resource. */
  readonly before?: Properties;
  /** What the program declares now; nothing where the operation deletes the resource. */
  readonly program?: Properties;
  readonly settings?: SettingsChange;
  readonly play: (stack: StackOfOne, provider: ProviderDriver) => Promise<unknown>;
}

export const rowName = ({ kindCase, operation, moment }: Row): string =>
  [kindCase.kind, operation, ...(isReading({ operation }) ? [] : [moment])].join(", ");

export const isReading = ({ operation }: Pick<Hit, "operation">): boolean =>
  operation === "refresh" || operation === "preview";

function rowsOf(kindCase: KindCase): Row[] {
  const { inputs, createOperation, deleteOperation, getOperation, change, replacing, waits } = kindCase;
  const up =
    (program?: Properties): Row["play"] =>
    (stack, provider) =>
      stack.up(provider, program);
  const reading = { kindCase, moment: "look", method: "GET", before: inputs, program: inputs } as const;
  const creating = { kindCase, operation: "create", program: inputs, play: up(inputs) } as const;
  const rows: Row[] = [
    {
      ...reading,
      operation: "refresh",
      target: { method: "GET" },
      play: (stack, provider) => stack.refresh(provider),
    },
    {
      ...reading,
      operation: "preview",
      target: { method: "GET" },
      play: (stack, provider) => stack.preview(provider, inputs),
    },
    { ...creating, moment: "look", method: "GET", target: { method: "GET" } },
    {
      ...creating,
      moment: "change",
      method: "POST",
      target: { operationId: createOperation },
      ...(waits?.refused === undefined ? {} : { endless: waits.refused }),
    },
    ...(waits?.create === undefined ? [] : [{ ...creating, moment: "wait", method: "GET", ...waits.create } as const]),
  ];
  if (change !== undefined) {
    const program = { ...inputs, ...change.inputs };
    const updating = { kindCase, operation: "update", before: inputs, program, play: up(program) } as const;
    rows.push(
      { ...updating, moment: "look", method: "GET", target: { operationId: getOperation! } },
      {
        ...updating,
        moment: "change",
        method: change.method ?? "PUT",
        target: { operationId: change.updateOperation, nth: change.nth ?? 1 },
      },
      ...(waits?.update === undefined
        ? []
        : [{ ...updating, moment: "wait", method: "GET", ...waits.update } as const]),
    );
  }
  const [replacement] = Object.values(replacing);
  if (replacement !== undefined) {
    const program = { ...inputs, ...replacement };
    const common = { kindCase, operation: "replace", before: inputs, program, play: up(program) } as const;
    rows.push(
      { ...common, moment: "change", method: "POST", target: { operationId: createOperation } },
      { ...common, moment: "removal of the old", method: "DELETE", target: { operationId: deleteOperation } },
    );
  }
  rows.push({
    kindCase,
    operation: "delete",
    moment: "change",
    method: "DELETE",
    target: { operationId: deleteOperation },
    before: inputs,
    play: up(),
  });
  return rows;
}

/** Every request of every operation on every kind. */
export const rows: readonly Row[] = kindCases.flatMap(rowsOf);

/** The tenant's objects that are this resource, before or after it was replaced. */
export const liveOf = ({ kindCase }: Row, emulator: Emulator): ReturnType<KindCase["live"]> => kindCase.live(emulator);
