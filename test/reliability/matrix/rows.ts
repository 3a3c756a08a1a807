import type { Emulator, SettingsChange } from "../../../testing/emulator";
import type { Properties, ProviderDriver } from "../../scenarios/driver";
import { type KindCase, kindCases } from "../../scenarios/kindCases";
import type { Lane } from "./lane";
import type { StackOfOne } from "./stackOfOne";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One request of one operation on one kind: what a fault hits. */
export interface Row {
  readonly kindCase: KindCase;
  readonly operation: "refresh" | "preview" | "create" | "update" | "replace" | "delete";
  /** Which request of the operation: the look before the change, the change, or the wait after it. */
  readonly moment: "look" | "change" | "wait" | "removal of the old";
  readonly method: Method;
  /** The request among all of the operation. */
  readonly target: { readonly method?: Method; readonly operationId?: string; readonly nth?: number };
  /** What the program declared before; nothing where the operation makes the resource. */
  readonly before?: Properties;
  /** What the program declares now; nothing where the operation deletes the resource. */
  readonly program?: Properties;
  readonly settings?: SettingsChange;
  /** Settings with which the wait never ends, and how it ends later all the same. */
  readonly endless?: { readonly settings: SettingsChange; readonly end: (lane: Lane) => void };
  readonly play: (stack: StackOfOne, provider: ProviderDriver) => Promise<unknown>;
}

export const rowName = ({ kindCase, operation, moment }: Row): string =>
  [kindCase.kind, operation, ...(isReading({ operation }) ? [] : [moment])].join(", ");

export const isReading = ({ operation }: Pick<Row, "operation">): boolean =>
  operation === "refresh" || operation === "preview";

const hours = (count: number): number => count * 3_600_000;

/** A wait that a kind has after its change, if it has one. */
interface Wait {
  readonly target: Row["target"];
  /** What makes it wait for a look or two. */
  readonly settings: SettingsChange;
  readonly endless: NonNullable<Row["endless"]>;
}

const endProvisioning =
  (status: "Enabled" | "Disabled") =>
  ({ emulator }: Lane): void => {
    for (const { id } of emulator.tenant.billingPolicies.list()) {
      emulator.tenant.billingPolicies.update(id, { status });
    }
  };

const getOperations: Readonly<Record<string, string>> = {
  EnvironmentGroup: "getEnvironmentGroup",
  BillingPolicy: "getBillingPolicy",
  IsvContract: "getIsvContract",
};

/** A role assignment is waited for until it is listed, a billing policy until it is provisioned. */
const createWaits: Readonly<Record<string, Wait>> = {
  RoleAssignment: {
    target: { operationId: "listTenantRoleAssignments", nth: 2 },
    settings: { propagation: { assignments: { attempts: 1 } } },
    endless: {
      settings: { propagation: { assignments: { ms: hours(1) } } },
      end: (lane) => {
        lane.later(hours(2));
      },
    },
  },
  BillingPolicy: {
    target: { operationId: "getBillingPolicy" },
    settings: { provisioning: { billingPolicyCreate: 1 } },
    endless: {
      settings: { provisioning: { billingPolicyCreate: "untilTold" } },
      end: endProvisioning("Enabled"),
    },
  },
};

const updateWaits: Readonly<Record<string, Wait>> = {
  BillingPolicy: {
    target: { operationId: "getBillingPolicy", nth: 2 },
    settings: { provisioning: { billingPolicyUpdate: 1 } },
    endless: {
      settings: { provisioning: { billingPolicyUpdate: "untilTold" } },
      end: endProvisioning("Disabled"),
    },
  },
};

/** A new principal that does not become visible: the create itself is refused until then. */
const unknownPrincipal: NonNullable<Row["endless"]> = {
  settings: { knownPrincipals: [] },
  end: ({ emulator }) => {
    emulator.configure({ knownPrincipals: null });
  },
};

function rowsOf(kindCase: KindCase): Row[] {
  const { kind, inputs, createOperation, deleteOperation, change, replacing } = kindCase;
  const up =
    (program?: Properties): Row["play"] =>
    (stack, provider) =>
      stack.up(provider, program);
  const reading = { kindCase, moment: "look", method: "GET", before: inputs, program: inputs } as const;
  const creating = { kindCase, operation: "create", program: inputs, play: up(inputs) } as const;
  const createWait = createWaits[kind];
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
      ...(kind === "RoleAssignment" ? { endless: unknownPrincipal } : {}),
    },
    ...(createWait === undefined
      ? []
      : [{ ...creating, moment: "wait", method: "GET", ...createWait } as const]),
  ];
  if (change !== undefined) {
    const program = { ...inputs, ...change.inputs };
    const updating = { kindCase, operation: "update", before: inputs, program, play: up(program) } as const;
    const updateWait = updateWaits[kind];
    rows.push(
      { ...updating, moment: "look", method: "GET", target: { operationId: getOperations[kind]! } },
      { ...updating, moment: "change", method: "PUT", target: { operationId: change.updateOperation } },
      ...(updateWait === undefined
        ? []
        : [{ ...updating, moment: "wait", method: "GET", ...updateWait } as const]),
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
export const liveOf = ({ kindCase }: Row, emulator: Emulator): ReturnType<KindCase["live"]> =>
  kindCase.live(emulator);
