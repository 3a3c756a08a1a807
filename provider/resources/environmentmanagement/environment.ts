import type { Call } from "../../declare/call";
import { defineCollection } from "../../declare/define";
import { caseless, computedWhenAbsent, location, object, oneOf, text, timestamp } from "../../declare/fields";
import type { Address } from "../../declare/place";
import { isValues, type Values, valueAt } from "../../declare/plainValues";
import { quoted } from "../../declare/quoted";
import { theDefaultEnvironment } from "./defaultEnvironment";
import { environmentProgram } from "./environmentProgram";
import { isCreated, isDataverse, keepEnvironment, recovery, refuseInputs } from "./environmentRules";
import { environmentSkus } from "./environmentSkus";
import { linkedEnvironmentMetadata } from "./linkedEnvironmentMetadata";
import { environmentUser } from "./environmentUser";

const collection = "/environmentmanagement/environments";

const address: Address = {
  of: () => ({ collection }),
  id: (_inputs, wireId) => wireId,
  parse: (id) => {
    const isPath = id.toLowerCase().startsWith(`${collection}/`) || id.toLowerCase().startsWith("/environments/");
    const wireId = isPath ? id.slice(id.lastIndexOf("/") + 1) : id;
    return { collection, wireId, scope: `/environments/${wireId}` };
  },
};

const modifySku: Call = {
  method: "POST",
  path: ({ wireId }) => `${collection}/${encodeURIComponent(wireId)}/modifySku`,
  body: (_place, { environmentSku }) => ({
    environmentSku: environmentSkus.find((sku) => sku.toLowerCase() === String(environmentSku).toLowerCase()),
  }),
  isCheckedFirst: true,
};

/** The live environment under the names of `CreateEnvironmentRequest`. */
const named = (item: Values): Values => {
  const { type, geo, domainName, securityGroupId } = item;
  const metadata = { domainName, securityGroupId };
  const hasDataverse = Object.values(metadata).some((value) => value !== undefined && value !== null);
  return {
    ...item,
    environmentSku: type,
    location: geo,
    ...(hasDataverse ? { linkedEnvironmentMetadata: metadata } : {}),
  };
};

/**
 * An environment.
 *
 *     new Environment("sales", {
 *       displayName: "Sales",
 *       environmentSku: "Sandbox",
 *       location: "europe",
 *       databaseType: "CommonDataService",
 *       linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: "contososales" },
 *     });
 *
 * `environmentSku` changes in place. The API can change nothing else: a program that changes it is told at preview, and
 * replaces only with `allowReplacement: true`. What somebody has changed in the tenant is named in a warning, and nothing is
 * done. What is only used at creation is never compared. An environment is deleted only with `allowDelete: true`, and the
 * default environment never.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/provisioning
 * @id Id of the environment, a GUID or `Default-{tenantId}`
 */
export const environment = defineCollection({
  kind: "Environment",
  apiVersion: "2024-10-01",
  fields: {
    /** Name of the environment. Set at creation: the API cannot change it. */
    displayName: text({ fixed: true }),
    /** Type of the environment. Changes in place (`modifySku`); which changes are allowed is not published. */
    environmentSku: oneOf(environmentSkus),
    /**
     * Geography such as `europe` or `unitedstates` (no Azure region), in any case; `getLocations` lists them. Excludes `macroRegion`.
     * Set at creation: the API cannot change it.
     */
    location: computedWhenAbsent(location({ fixed: true })),
    /** Macro region of the environment. Excludes `location`. Only used at creation. */
    macroRegion: computedWhenAbsent(caseless({ writeOnly: true })),
    /**
     * `CommonDataService` asks for Dataverse, and needs `location` or `macroRegion`, and in `linkedEnvironmentMetadata`
     * `baseLanguageCode` and `currency.code`. Only used at creation.
     */
    databaseType: computedWhenAbsent(
      caseless({ writeOnly: true, write: (value) => (isDataverse(value) ? "CommonDataService" : value) }),
    ),
    /** Dataverse of the new environment. */
    linkedEnvironmentMetadata: computedWhenAbsent(linkedEnvironmentMetadata()),
    /** What the environment is for. Only used at creation: it is in no answer. */
    description: computedWhenAbsent(text({ writeOnly: true })),
    /** User of a developer environment. Only used at creation. */
    usedBy: computedWhenAbsent(environmentUser({ writeOnly: true })),
  },
  outputs: {
    /** Type of the environment as the service writes it. */
    type: text({ renewed: true }).optional(),
    /** State as the service writes it, such as `Enabled`; its values are not published. */
    state: text({ renewed: true }).optional(),
    /** Geography that it is in. */
    geo: text().optional(),
    /** Azure region that it runs in. */
    azureRegion: text().optional(),
    /** Address of its Dataverse. */
    url: text().optional(),
    /** First part of the host name of its Dataverse. */
    domainName: text().optional(),
    /** Id of its Dataverse. */
    dataverseId: text().optional(),
    /** Version of its Dataverse. */
    version: text({ renewed: true }).optional(),
    /** Who made it. */
    createdBy: object({
      /** Entra object id of the principal. */
      id: text().optional(),
      /** Kind of the principal, such as `User`. */
      type: text().optional(),
    }).optional(),
    /** When it was made, UTC. */
    createdDateTime: timestamp().optional(),
  },
  program: environmentProgram,
  address,
  environmentOf: ({ wireId }) => wireId,
  wireId: "id",
  isId: () => true,
  named,
  createdAt: "createdDateTime",
  createdBy: "createdBy.id",
  title: (values) => quoted(values.displayName),
  readBy: "id",
  naturalKey: ["displayName", "environmentSku", "location"],
  uniqueKey: "linkedEnvironmentMetadata.domainName",
  isComparable: (live) => recovery(live) === undefined,
  rules: refuseInputs,
  expects: [theDefaultEnvironment(collection)],
  create: {
    path: "/environmentmanagement/provisioning/environments",
    body: (wire, { billingPolicyId }) => ({
      ...wire,
      ...(typeof billingPolicyId === "string" ? { billingPolicy: { id: billingPolicyId } } : {}),
    }),
    idIn: (body) => {
      const id = isValues(body) ? valueAt(body, "updatedEnvironment.environmentId") : undefined;
      return typeof id === "string" && id !== "" ? id : undefined;
    },
  },
  changes: { environmentSku: modifySku },
  settles: { field: "state", isFinal: isCreated },
  keeps: keepEnvironment,
  recovery,
  waitsFor: ["OperationNotStartable"],
  codeAdvice: {
    // Of the BAP create (Terraform provider), and of a recording that does not name the host.
    InsufficientCapacity_StorageDriven:
      "The tenant has no storage capacity left for such an environment, so none was made, and trying again does not help. Free capacity or buy more (admin center, Licensing > Capacity add-ons), or name a billing policy with `billingPolicyId`.",
  },
  // No permission to write is published.
  permissions: {
    read: "EnvironmentManagement.Environments.Read",
    writeInRoles: "EnvironmentManagement.Provisioning.Write",
  },
});
