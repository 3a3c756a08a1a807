import type { Properties, Value } from "../../../testing/engine/properties/value";
import { capital } from "./capital";
import { edited } from "./edit";
import type { KindModel } from "./kindModel";
import { foldedText, textOf } from "./textOf";

const customer = "abcdef02-0000-4000-8000-00000000000b";
const payAsYouGo = [
  "cloudFlowRunsPayAsYouGoState",
  "desktopFlowUnattendedRunsPayAsYouGoState",
  "desktopFlowAttendedRunsPayAsYouGoState",
];

export const isvContract: KindModel = {
  usual: {
    name: "contosocontract1",
    geo: "europe",
    status: "Enabled",
    consumer: { tenantId: customer },
    conditions: {},
    powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
    billingInstrument: { subscriptionId: "33333333-0000-4000-8000-000000000003", resourceGroup: "rg-isv" },
  },
  edits: [
    ["name", "contosocontract1"],
    ["name", "contosocontract2"],
    ["geo", "Europe"],
    ["geo", "asia"],
    ["status", "disabled"],
    ["status", "Enabled"],
    ["consumer.tenantId", customer.toUpperCase()],
    ["consumer.tenantId", "44444444-0000-4000-8000-000000000004"],
    ["conditions", {}],
    ["conditions", { apiFilter: {} }],
    ["conditions", { apiFilter: { allowOtherPremiumConnectors: true } }],
    ["conditions", { apiFilter: { requiredApis: [] } }],
    ["conditions", { apiFilter: { requiredApis: [{ name: "shared_sql" }, { name: "shared_teams" }] } }],
    [
      "conditions",
      {
        apiFilter: {
          allowOtherPremiumConnectors: false,
          requiredApis: [{ name: "Shared_Teams" }, { name: "shared_sql" }],
        },
      },
    ],
    ["powerAutomatePolicy", {}],
    ["powerAutomatePolicy.cloudFlowRunsPayAsYouGoState", "disabled"],
    ["powerAutomatePolicy.desktopFlowAttendedRunsPayAsYouGoState", "Enabled"],
    ["powerAutomatePolicy.desktopFlowAttendedRunsPayAsYouGoState", undefined],
    ["powerAutomatePolicy.desktopFlowUnattendedRunsPayAsYouGoState", "Disabled"],
    ["billingInstrument.subscriptionId", "22222222-0000-4000-8000-000000000002"],
    ["billingInstrument.resourceGroup", "RG-ISV"],
    ["billingInstrument.resourceGroup", "rg-other"],
  ],
  liveEdits: [
    ["name", "renamedbyhand1"],
    ["status", "Disabled"],
    ["conditions.apiFilter.requiredApis", [{ name: "shared_byhand" }]],
    ["conditions.apiFilter.allowOtherPremiumConnectors", true],
    ["powerAutomatePolicy.desktopFlowUnattendedRunsPayAsYouGoState", "Enabled"],
    ["powerAutomatePolicy.cloudFlowRunsPayAsYouGoState", "Disabled"],
  ],
  fresh: (count) => ["name", `contosocontractno${count}`],
  secretable: ["name", "consumer", "conditions"],
  list: (tenant) =>
    tenant.isvContracts.list().map((entity) => ({ id: entity.id, entity: entity as unknown as Properties })),
  created: "createdOn",
  creator: ({ createdBy }) => textOf((createdBy as Properties).id),
  made: (at, by) => ({ createdOn: at, createdBy: { id: by, type: "User" } }),
  add: (tenant, inputs, made) => {
    tenant.isvContracts.add({ ...stored(inputs), ...made });
  },
  change: (tenant, id, edit) => {
    tenant.isvContracts.update(id, (contract) => edited(contract as unknown as Properties, edit) as never);
  },
  remove: (tenant, id) => {
    tenant.isvContracts.remove(id);
  },
  meaning: ({ name, geo, status, consumer, conditions, powerAutomatePolicy, billingInstrument }) => {
    const filter = inside(conditions, "apiFilter");
    const apis = (inside(filter, "requiredApis") ?? []) as Properties[];
    const { subscriptionId, resourceGroup } = billingInstrument as Properties;
    const others = inside(filter, "allowOtherPremiumConnectors");
    const states = payAsYouGo.flatMap((state) => {
      const value = inside(powerAutomatePolicy, state);
      return value === undefined || value === null ? [] : [[state, foldedText(value)] as const];
    });
    return {
      name: name ?? null,
      geo: foldedText(geo).replaceAll(" ", ""),
      status: foldedText(status),
      consumer: foldedText(inside(consumer, "tenantId")),
      requiredApis: apis.map((api) => foldedText(api.name)).sort(),
      ...(others === undefined || others === null ? {} : { allowOtherPremiumConnectors: others }),
      ...Object.fromEntries(states),
      subscriptionId: foldedText(subscriptionId),
      resourceGroup: foldedText(resourceGroup),
    };
  },
  unmanaged: ["allowOtherPremiumConnectors", ...payAsYouGo],
  others: ["createdOn"],
  key: ["name", "geo", "consumer", "subscriptionId", "resourceGroup"],
  replacing: ["geo", "consumer", "subscriptionId", "resourceGroup"],
};

/** The service knows its own spellings only. */
function stored(inputs: Properties): Properties {
  const { status, powerAutomatePolicy } = inputs;
  const states = Object.entries(powerAutomatePolicy as Properties).map(([name, state]) => [name, capital(state)]);
  return {
    ...inputs,
    status: capital(status),
    powerAutomatePolicy: Object.fromEntries(states) as Properties,
  };
}

const inside = (values: Value | undefined, name: string): Value | undefined =>
  (values as Properties | null | undefined)?.[name];
