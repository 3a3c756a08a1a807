import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { environmentMissing } from "./lifecycle/lifecycleAnswer";
import { settingLock } from "./settingLock";
import { settingProblem, settingsInAnswer, settingsInRequest, wireName } from "./settingNames";

/** One entity in `objectResult`; unset is null, and `Id` always comes (recorded). */
const listEnvironmentManagementSettings: OperationHandler = (call) => {
  const environment = environmentOf(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  if (isMissing(call, environment)) return settingsMissing(call, environment);
  const unset = Object.fromEntries(settingsInAnswer(call.operation).map(({ name }) => [wireName(name), null]));
  const stored = call.tenantState.tenant.environmentSettings.get(environment.id);
  const all: Entity = { ...unset, TenantId: call.tenantState.tenant.id, ...stored, Id: environment.id };
  const names = call.query.$select?.split(",").map((name) => name.trim()) ?? Object.keys(all);
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) {
    const message = `There is no setting '${unknown}'; names are case-sensitive.`;
    return refuse(call, 400, { code: "UnknownSetting", message });
  }
  const selected = Object.fromEntries(Object.entries(all).filter(([name]) => name === "Id" || names.includes(name)));
  return answer(200, { objectResult: [selected], errors: null, responseMessage: null });
};

const createEnvironmentManagementSettings: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const environment = environmentOf(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const refused = refuseSettings(call, environment);
  if (refused) return refused;
  if (tenant.environmentSettings.has(environment.id)) {
    return refuse(call, 409, {
      code: "Conflict",
      message: `The settings of '${environment.id}' exist already.`,
    });
  }
  tenant.environmentSettings.add({ ...wireMembers(call), Id: environment.id });
  return answer(200, { objectResult: environment.id, errors: null, responseMessage: null });
};

/**
 * Changes what is sent and keeps the rest. Whether null clears is not published: here it does, and settings of which none is
 * set any more are as if none had ever been.
 */
const updateEnvironmentManagementSettings: OperationHandler = (call) => {
  const settings = call.tenantState.tenant.environmentSettings;
  const environment = environmentOf(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  if (isMissing(call, environment)) return settingsMissing(call, environment);
  const refused = refuseSettings(call, environment);
  if (refused) return refused;
  const all = { ...settings.get(environment.id), ...wireMembers(call) };
  const set = Object.fromEntries(Object.entries(all).filter(([name, value]) => name !== "Id" && value !== null));
  settings.remove(environment.id);
  if (Object.keys(set).length > 0) settings.add({ ...set, Id: environment.id });
  return answer(200, { objectResult: null, errors: null, responseMessage: null });
};

const environmentOf = (call: Call): Environment | undefined =>
  call.tenantState.tenant.environments.get(param(call, "environmentId"));

const isMissing = ({ tenantState }: Call, { id }: Environment): boolean =>
  tenantState.settings.unsetEnvironmentSettings === "missing" && !tenantState.tenant.environmentSettings.has(id);

const settingsMissing = (call: Call, { id }: Environment): Answer =>
  refuse(call, 404, { code: "SettingsNotFound", message: `The environment '${id}' has no settings yet.` });

/** A value of the wrong type, or a change of what a rule of the group locks. */
function refuseSettings(call: Call, { environmentGroupId }: Environment): Answer | undefined {
  const problem = settingProblem(call);
  if (problem !== undefined) return refuse(call, 400, { code: "InputValidationError", message: problem });
  if (typeof environmentGroupId !== "string") return undefined;
  for (const name of Object.keys(wireMembers(call))) {
    const lock = settingLock(call.tenantState, environmentGroupId, name);
    if (lock === undefined) continue;
    const refused = refuse(call, 409, {
      code: "SettingLockedByEnvironmentGroup",
      message: `The setting '${name}' is governed by ${lock} of the environment group '${environmentGroupId}'.`,
    });
    return call.tenantState.settings.refusedEnvironmentSettings === "status" ? refused : { ...refused, status: 200 };
  }
  return undefined;
}

/** Members of the body under their wire names, whatever the letter case they were sent in. */
function wireMembers(call: Call): Entity {
  const known = settingsInRequest(call.operation);
  const members = Object.entries(call.body).map(([name, value]): [string, unknown] => [
    wireName(known.find((setting) => isSameId(setting.name, name))?.name ?? name),
    value,
  ]);
  return Object.fromEntries(members.filter(([name]) => name !== "Id" && name !== "TenantId"));
}

export const settingsOperations = {
  listEnvironmentManagementSettings,
  createEnvironmentManagementSettings,
  updateEnvironmentManagementSettings,
};
