import { seeded } from "../../../../testing/emulator";
import { tenantId } from "../bodies";
import type { Harness } from "../harness";

const groups = "/environmentmanagement/environmentGroups";
const environments = "/environmentmanagement/environments";
const provisioning = "/environmentmanagement/provisioning";
const sandbox = `${environments}/${seeded.sandboxEnvironmentId}`;
const managed = seeded.managedEnvironmentId;

/** Calls each operation of groups, membership, environments, their settings and provisioning. */
export async function sweepEnvironmentManagement(api: Harness): Promise<void> {
  await sweepGroups(api);
  await sweepProvisioning(api);
  await sweepSettings(api);
  await sweepLifecycle(api);
  await sweepBackups(api);
}

async function sweepGroups(api: Harness): Promise<void> {
  const { body } = await api.post(groups, { displayName: "Sales", description: "x" });
  const group = `${groups}/${String(body.id)}`;
  await api.get(groups);
  await api.get(group);
  await api.put(group, { displayName: "Sales" });
  const added = await api.post(`${group}/addEnvironment/${managed}`);
  await api.get(added.headers.get("location") ?? "");
  await api.post(`${group}/removeEnvironment/${managed}`, {});
  await api.delete(group);
}

async function sweepLifecycle(api: Harness): Promise<void> {
  await api.get(`${environments}?$top=1`);
  await api.get(sandbox);
  await api.post(`${sandbox}/governanceSetting/enableManaged`);
  await api.post(`${sandbox}/governanceSetting/disableManaged`);
  await api.post(`${sandbox}/Disable`);
  await api.post(`${sandbox}/Enable`);
  await api.post(`${sandbox}/modifySku`, { environmentSku: "Production" });
  await api.post(`${sandbox}/enableDisasterRecovery`);
  await api.get(`${sandbox}/businessContinuityStateFullSnapshot`);
  await api.post(`${sandbox}/disableDisasterRecovery`);
  await api.delete(sandbox);
  await api.get(sandbox);
  await api.post(`${sandbox}/recover`);
  const { body } = await api.get(`${sandbox}/operations`);
  const [{ operationId = "" } = {}] = body.collection as { operationId?: string }[];
  await api.get(`${sandbox}/operations/${operationId}`);
  await api.get(`/environmentmanagement/operations/${operationId}`);
}

async function sweepBackups(api: Harness): Promise<void> {
  const { body } = await api.post(`${sandbox}/backups`, { label: "before the release" });
  await api.get(`${sandbox}/backups`);
  await api.delete(`${sandbox}/backups/${String(body.id)}`);
}

async function sweepSettings(api: Harness): Promise<void> {
  await api.post(`${sandbox}/settings`, { PowerApps_AllowCodeApps: true });
  await api.patch(`${sandbox}/settings`, { PowerApps_AllowCodeApps: false });
  await api.get(`${sandbox}/settings`);
}

async function sweepProvisioning(api: Harness): Promise<void> {
  await api.post(`${provisioning}/environments`, { displayName: "Lab", environmentSku: "Sandbox" });
  await api.patch(`${provisioning}/environments/Default-${tenantId}/link`, {
    baseLanguageCode: 1033,
    currency: { code: "USD" },
  });
  await api.get(`${provisioning}/locations`);
  for (const list of ["currencies", "languages", "templates"]) {
    await api.get(`${provisioning}/locations/unitedstates/${list}`);
  }
}
