import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;
const entitlementId = "MCSMessages";
const resourceId = "a9e00000-0000-4000-8000-000000000001";
const key = { environmentId, entitlementId, resourceId };
const id = Object.values(key).join("/");
const found = { limit: 500, notificationThreshold: 50 };
const onWire: SettingCase["onWire"] = ({
  environmentId: _1,
  entitlementId: _2,
  resourceId: _3,
  onDelete: _4,
  ...rest
}) => rest;

export const resourceThreshold: SettingCase = {
  kind: "ResourceThreshold",
  inputs: { ...key, limit: 1_000 },
  declares: "limit",
  another: { stopIfOverCapacity: true },
  found,
  onWire,
  // The whole: what the program leaves out is sent as it is.
  writes: (inputs) => ["putResourceThreshold", { ...found, ...onWire(inputs) }],
  restores: ["putResourceThreshold", found],
  live: ({ tenant }) => tenant.resourceThresholds.get(id),
  set: ({ tenant }, settings) => {
    tenant.resourceThresholds.remove(id);
    if (settings !== undefined) tenant.resourceThresholds.add({ ...settings, ...key });
  },
  mayBeUnset: {},
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
    tenant.resourceThresholds.remove(id);
  },
  readOperation: "listResourceThresholds",
  replacing: {
    environmentId: { environmentId: seeded.sandboxEnvironmentId },
    entitlementId: { entitlementId: "AI" },
    resourceId: { resourceId: "a9e00000-0000-4000-8000-000000000002" },
  },
  respelled: {
    environmentId: environmentId.toUpperCase(),
    entitlementId: "mcsmessages",
    resourceId: resourceId.toUpperCase(),
  },
  refusals: [[400, { error: { code: "SettingRefused", message: "It is not allowed here." } }]],
};
