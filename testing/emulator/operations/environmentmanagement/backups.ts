import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { EnvironmentBackup } from "../../tenant/types";
import type { TenantState } from "../../tenantState";
import type { OperationHandler } from "../operationHandler";
import { environmentMissing, refuseBusy } from "./lifecycle/lifecycleAnswer";
import { liveEnvironment } from "./lifecycle/lifecycleCall";

/** One page: no query takes the continuation token. */
const listEnvironmentBackups: OperationHandler = (call) => {
  const environment = liveEnvironment(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const collection = backupsOf(call.tenantState, environment.id).map(backupWire);
  return answer(200, { collection, continuationToken: null });
};

/** Done at once, unlike the rest of the family. Labels may repeat. The reference has no 404, which is expected all the same. */
const createEnvironmentBackup: OperationHandler = (call) => {
  const { tenantState, principal } = call;
  const environment = liveEnvironment(call);
  if (environment === undefined) {
    return { ...environmentMissing(call, param(call, "environmentId")), status: 404, undocumented: true };
  }
  const busy = refuseBusy(call, environment.id);
  if (busy !== undefined) return busy;
  const { id: userId, displayName, type } = principal;
  const backup = tenantState.tenant.environmentBackups.add({
    environmentId: environment.id,
    label: String(call.body.label),
    createdBy: { userId, displayName: displayName ?? userId, type, tenantId: tenantState.tenant.id },
  });
  return answer(201, backupWire(backup));
};

const deleteEnvironmentBackup: OperationHandler = (call): Answer => {
  const { tenantState } = call;
  const environment = liveEnvironment(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const busy = refuseBusy(call, environment.id);
  if (busy !== undefined) return busy;
  const id = param(call, "backupId");
  const backup = backupsOf(tenantState, environment.id).find((each) => isSameId(each.id, id));
  if (backup === undefined) return backupMissing(call, id);
  tenantState.tenant.environmentBackups.remove(backup.id);
  return answer(204);
};

/** The backups of an environment that have not lapsed; those that have are dropped. */
function backupsOf({ tenant, clock }: TenantState, environmentId: string): EnvironmentBackup[] {
  for (const { id, backupExpiryDateTime } of tenant.environmentBackups.list()) {
    if (clock.now() >= Date.parse(backupExpiryDateTime)) tenant.environmentBackups.remove(id);
  }
  return tenant.environmentBackups.list((backup) => isSameId(backup.environmentId, environmentId));
}

const backupWire = (backup: EnvironmentBackup): object =>
  Object.fromEntries(Object.entries(backup).filter(([name]) => name !== "environmentId"));

const backupMissing = (call: Call, id: string): Answer =>
  refuse(call, 404, { code: "BackupNotFound", message: `The backup '${id}' could not be found.` });

export const backupOperations = { listEnvironmentBackups, createEnvironmentBackup, deleteEnvironmentBackup };
