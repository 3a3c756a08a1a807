import type { Properties } from "../../../testing/engine/properties/value";
import { capital } from "./capital";
import { edited } from "./edit";
import type { KindModel } from "./kindModel";
import { foldedText, textOf } from "./textOf";

const subscription = "abcdef01-0000-4000-8000-00000000000a";

export const billingPolicy: KindModel = {
  usual: {
    name: "payg-a",
    location: "europe",
    billingInstrument: { subscriptionId: subscription, resourceGroup: "rg-a" },
  },
  edits: [
    ["name", "payg-a"],
    ["name", "payg-b"],
    ["name", "PAYG-b"],
    ["location", "europe"],
    ["location", "Europe"],
    ["location", "United States"],
    ["status", undefined],
    ["status", "enabled"],
    ["status", "Disabled"],
    ["billingInstrument.resourceGroup", "RG-A"],
    ["billingInstrument.resourceGroup", "rg-b"],
    ["billingInstrument.subscriptionId", subscription.toUpperCase()],
    ["billingInstrument.subscriptionId", "22222222-0000-4000-8000-000000000002"],
  ],
  liveEdits: [
    ["name", "renamed-by-hand"],
    ["name", "payg-a"],
    ["status", "Disabled"],
    ["status", "Enabled"],
    ["type", "SomethingNew"],
  ],
  fresh: (count) => ["name", `payg-${count}`],
  secretable: ["name", "billingInstrument"],
  list: (tenant) =>
    tenant.billingPolicies.list().map((entity) => ({ id: entity.id, entity: entity as unknown as Properties })),
  created: "createdOn",
  creator: ({ createdBy }) => textOf((createdBy as Properties).id),
  made: (at, by) => ({ createdOn: at, createdBy: { id: by, type: "User" } }),
  add: (tenant, inputs, made) => {
    tenant.billingPolicies.add({
      ...inputs,
      ...made,
      status: capital(inputs.status ?? "Enabled") as "Enabled",
      location: meaning(inputs).location as string,
    });
  },
  change: (tenant, id, edit) => {
    tenant.billingPolicies.update(id, (policy) => edited(policy as unknown as Properties, edit) as never);
  },
  remove: (tenant, id) => {
    tenant.billingPolicies.remove(id);
    tenant.provisioningPolicies.remove(id);
  },
  meaning,
  unmanaged: [],
  others: ["type", "createdOn"],
  key: ["name", "location", "subscriptionId", "resourceGroup"],
  replacing: ["location", "subscriptionId", "resourceGroup"],
};

function meaning({ name, location, status, billingInstrument }: Properties): Properties {
  const { subscriptionId, resourceGroup } = billingInstrument as Properties;
  return {
    name: name ?? null,
    location: foldedText(location).replaceAll(" ", ""),
    status: foldedText(status ?? "Enabled"),
    subscriptionId: foldedText(subscriptionId),
    resourceGroup: foldedText(resourceGroup),
  };
}
