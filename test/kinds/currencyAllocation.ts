import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;
const currencyType = "MCSMessages";
const id = `${environmentId}/${currencyType}`;
const onWire: SettingCase["onWire"] = ({ allocated }) => ({ allocated });
const write = (allocated: unknown): SettingCase["restores"] => [
  "patchCurrencyAllocations",
  { currencyAllocations: [{ currencyType, allocated }] },
];

export const currencyAllocation: SettingCase = {
  kind: "CurrencyAllocation",
  inputs: { environmentId, currencyType, allocated: 1_000 },
  declares: "allocated",
  found: { allocated: 500 },
  onWire,
  writes: ({ allocated }) => write(allocated),
  restores: write(500),
  live: ({ tenant }) => tenant.currencyAllocations.get(id),
  set: ({ tenant }, settings) => {
    tenant.currencyAllocations.remove(id);
    if (settings !== undefined) tenant.currencyAllocations.add({ ...settings, environmentId, currencyType });
  },
  mayBeUnset: { unallocated: "missing" },
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
  },
  readOperation: "getCurrencyAllocations",
  replacing: {
    environmentId: { environmentId: seeded.sandboxEnvironmentId },
    currencyType: { currencyType: "AI" },
  },
  respelled: { environmentId: environmentId.toUpperCase(), currencyType: "mcsmessages" },
  refusals: [[400, { error: { code: "SettingRefused", message: "It is not allowed here." } }]],
};
