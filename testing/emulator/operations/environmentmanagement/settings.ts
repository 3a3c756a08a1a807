import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import type { ContractSchema } from "../../contract";
import { refuse } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import type { OperationHandler } from "../operationHandler";
import { environmentMissing } from "./lifecycleAnswer";

/** One entity in `objectResult`; unset is null, and `Id` always comes (recorded). */
const listEnvironmentManagementSettings: OperationHandler = (call) => {
  const environment = call.world.tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const unset = Object.fromEntries(settingNames(call).map((name) => [name, null]));
  const stored = call.world.tenant.environmentSettings.get(environment.id);
  const all: Entity = { ...unset, TenantId: call.world.tenant.id, ...stored, Id: environment.id };
  const names = call.query.$select?.split(",").map((name) => name.trim()) ?? Object.keys(all);
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) {
    const message = `There is no setting '${unknown}'; names are case-sensitive.`;
    return refuse(call, 400, { code: "UnknownSetting", message });
  }
  const selected = Object.fromEntries(
    Object.entries(all).filter(([name]) => name === "Id" || names.includes(name)),
  );
  return answer(200, { objectResult: [selected], errors: null, responseMessage: null });
};

const createEnvironmentManagementSettings: OperationHandler = (call) => {
  const { tenant } = call.world;
  const environment = tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  if (tenant.environmentSettings.has(environment.id)) {
    return refuse(call, 409, {
      code: "Conflict",
      message: `The settings of '${environment.id}' exist already.`,
    });
  }
  tenant.environmentSettings.add({ ...wireMembers(call), Id: environment.id });
  return answer(200, { objectResult: environment.id, errors: null, responseMessage: null });
};

/** Changes what is sent and keeps the rest. Whether null clears is not published: here it is stored. */
const updateEnvironmentManagementSettings: OperationHandler = (call) => {
  const { tenant } = call.world;
  const environment = tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const settings = tenant.environmentSettings;
  if (settings.has(environment.id)) settings.update(environment.id, wireMembers(call));
  else settings.add({ ...wireMembers(call), Id: environment.id });
  return answer(200, { objectResult: null, errors: null, responseMessage: null });
};

/** Members of the body under their wire names, whatever the letter case they were sent in. */
function wireMembers(call: Call): Entity {
  const names = settingNames(call);
  const members = Object.entries(call.body).map(([name, value]): [string, unknown] => [
    names.find((known) => known.toLowerCase() === name.toLowerCase()) ?? pascal(name),
    value,
  ]);
  return Object.fromEntries(members.filter(([name]) => name !== "Id" && name !== "TenantId"));
}

/** The contract prints camelCase; the wire is PascalCase (recorded). */
function settingNames(call: Call): string[] {
  const entity = requestSchema(call) ?? answerSchema(call);
  return Object.keys(entity?.properties ?? {}).map(pascal);
}

const requestSchema = (call: Call): ContractSchema | undefined => call.operation.requestSchema;

function answerSchema(call: Call): ContractSchema | undefined {
  const list = call.operation.responses[200]?.content?.["application/json"]?.schema?.properties?.objectResult;
  return (list as { items?: ContractSchema } | undefined)?.items;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const settingsOperations = {
  listEnvironmentManagementSettings,
  createEnvironmentManagementSettings,
  updateEnvironmentManagementSettings,
};
