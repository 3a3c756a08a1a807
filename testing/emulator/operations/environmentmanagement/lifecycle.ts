import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import type { Effect } from "../../tenant/operation";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { isBusy, startOperation, startValidation } from "./asyncOperation";
import { accepted, conflict, environmentMissing } from "./lifecycleAnswer";

/** What stands in the way of an operation: a code and a message. */
type Obstacle = readonly [code: string, message: string] | undefined;

/** An asynchronous change of one environment: refused while another runs, only checked with `ValidateOnly`. */
const lifecycle =
  (
    name: string,
    effectOf: (call: Call) => Effect,
    obstacleOf: (environment: Environment, call: Call) => Obstacle = () => undefined,
  ): OperationHandler =>
  (call): Answer => {
    const { tenantState } = call;
    const environment = tenantState.tenant.environments.get(param(call, "environmentId"));
    if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
    if (isBusy(tenantState, environment.id)) {
      return conflict(call, "OperationNotStartable", `Another operation runs on the environment '${environment.id}'.`);
    }
    const obstacle = obstacleOf(environment, call);
    if (obstacle) return conflict(call, obstacle[0], obstacle[1]);
    const environmentId = environment.id;
    if (call.query.ValidateOnly?.toLowerCase() === "true")
      return accepted(call, startValidation(call, name, environmentId));
    return accepted(call, startOperation(call, { family: "lifecycle", name, environmentId, effect: effectOf(call) }));
  };

const members = (change: Partial<Environment>): Effect => ({ change: "update", members: change });

const deleteEnvironment = lifecycle(
  "Delete",
  () => ({ change: "remove" }),
  ({ type }) =>
    type === "Default"
      ? ["DefaultEnvironmentCannotBeDeleted", "The default environment cannot be deleted."]
      : undefined,
);

/** Standard = managed. Asking for what is already so is 409 on the older host; unknown here. */
const enableManagedEnvironment = lifecycle(
  "EnableManaged",
  () => members({ protectionLevel: "Standard" }),
  ({ protectionLevel, dataverseId }) => {
    if (protectionLevel === "Standard") return ["AlreadyManaged", "The environment is a Managed Environment already."];
    return typeof dataverseId === "string" ? undefined : ["DataverseRequired", "The environment has no Dataverse."];
  },
);

const disableManagedEnvironment = lifecycle(
  "DisableManaged",
  () => members({ protectionLevel: "Basic" }),
  ({ protectionLevel, environmentGroupId }) => {
    if (protectionLevel !== "Standard") return ["NotManaged", "The environment is no Managed Environment."];
    return typeof environmentGroupId === "string"
      ? ["EnvironmentInEnvironmentGroup", `The environment is in the group '${environmentGroupId}'.`]
      : undefined;
  },
);

export const lifecycleOperations = {
  deleteEnvironment,
  enableManagedEnvironment,
  disableManagedEnvironment,
  enableEnvironment: lifecycle("Enable", () => members({ state: "Enabled" })),
  disableEnvironment: lifecycle("Disable", () => members({ state: "Disabled" })),
  modifyEnvironmentSku: lifecycle("ModifySku", (call) => members({ type: String(call.body.environmentSku) })),
};
