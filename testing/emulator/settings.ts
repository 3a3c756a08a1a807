import { seeded } from "./seed";

/** How long something stays invisible: until the clock has moved on by `ms`, and `attempts` looks were in vain. */
export interface Delay {
  /** Milliseconds on the emulator's clock. @default 0 */
  ms?: number;
  /** Number of requests that still see the old state. @default 0 */
  attempts?: number;
}

/** Reads before something settles, or "untilTold": a test changes the object itself. */
export type Looks = number | "untilTold";

export type OperationEnd = "Succeeded" | "Failed";

/** Behaviour that can be changed at any time, programmatically and over HTTP. Plain JSON. */
export interface EmulatorSettings {
  /** Answer what was recorded on the live service, or what Microsoft's reference documents. @default "recorded" */
  answers: "recorded" | "documented";
  /** Items in one page of any list; 0 = everything in one page. @default 0 */
  pageSize: number;
  /** Milliseconds every API request waits before it is looked at. @default 0 */
  latencyMs: number;
  propagation: {
    /** A new environment or group is refused as the scope of role assignments for so long. */
    scopes: Delay;
    /** A new role assignment is left out of lists for so long. */
    assignments: Delay;
    /** A principal named for the first time is unknown for so long. */
    principals: Delay;
    /** The members about Dataverse are left out of a new environment for so long after its operation has ended. */
    dataverse: Delay;
  };
  provisioning: {
    /** Reads during which a new billing policy is still `Provisioning`. @default 0 */
    billingPolicyCreate: Looks;
    /** The same after a PUT. @default 0 */
    billingPolicyUpdate: Looks;
    /** Reads before a lifecycle or membership operation ends. @default 1 */
    operations: number;
    /** What the 202 of a lifecycle call carries: nothing, `Location`, or `Location` and the operation. @default "bare" */
    accepted: "bare" | "location" | "operation";
    /**
     * The answer to the creation of an environment: 201 at once without Dataverse and 202 with it, 201 with the operation
     * always, or 202 always. @default "byDatabase"
     */
    environmentCreate: "byDatabase" | "created" | "accepted";
    /** `"exhausted"`: a Sandbox or Production environment is refused with 409 for want of capacity. @default "available" */
    capacity: "available" | "exhausted";
    /** Whether the tenant needs a billing policy to create an environment; without one it is 400. @default false */
    billingPolicyRequired: boolean;
    /** Managed governance that is as asked already: refused with 409, or an operation that ends as NoOperation. @default "conflict" */
    unchanged: "conflict" | "noOperation";
    /** A check (`ValidateOnly`) that fails: refused at once, or an operation that ends as ValidationFailed. @default "refused" */
    failedCheck: "refused" | "operation";
    /** How operations end, all or those of a name such as "EnableManaged". @default "Succeeded" */
    operationsEnd: OperationEnd | Readonly<Record<string, OperationEnd>>;
    /** `Retry-After` of accepted and running operations, in seconds; null = no header. @default null */
    retryAfterSeconds: number | null;
  };
  /** Whether the tenant is enrolled as a vendor; ISV contracts of another answer 403 with an empty body to everybody. @default false */
  isv: boolean;
  /** Entra object ids that exist; null = every GUID does. @default null */
  knownPrincipals: string[] | null;
  /** Answer for an unknown billing policy: 404 with a body, or 403 without (seen on a sibling host). @default 404 */
  unknownBillingPolicy: 404 | 403;
  /**
   * Linking an environment that has another billing policy moves it, or is refused with 409. The same for a group,
   * where the refusal is 400. What the service does is unknown in both cases. @default "move"
   */
  linkedElsewhere: "move" | "conflict";
  /** Deletion of a group that holds environments: 409 as on the older host, or 400 with the text Conflict. @default 409 */
  groupInUse: 409 | 400;
  /**
   * GET of settings that nobody has set: an entity of nulls, or 404 until POST creates it (then PATCH is 404 too). The
   * reference has the 404 and does not say which it means. @default "null"
   */
  unsetEnvironmentSettings: "null" | "missing";
  /**
   * Where an environment is seen that is deleted and can be recovered: by its id, in the list too, or nowhere. The reference
   * has the members for it and does not say where they come. @default "byId"
   */
  deletedEnvironments: "byId" | "listed" | "hidden";
  /** Days during which a deleted environment can be recovered; 0 = not at all. @default 7 */
  retentionDays: number;
  /** Wire names of settings that a rule of the group locks in every environment that is in a group. @default [] */
  lockedEnvironmentSettings: string[];
  /** A locked setting is refused with 409, or with `errors` in a 200. @default "status" */
  refusedEnvironmentSettings: "status" | "errorsOn200";
  /**
   * How rule-based policies show booleans and integers: as stored, or as strings ("False", "1") while writes want JSON
   * types and answer 400 otherwise (seen on the tenant host). @default "typed"
   */
  ruleValues: "typed" | "strings";
  /** The policies that environments hold because their group has one, seen in one tenant: in no answer, or in all. @default "hidden" */
  syncedPolicies: "hidden" | "shown";
  /** GET of the allocations of an environment without any: 404 (one tenant), or none in a list. @default "missing" */
  unallocated: "missing" | "empty";
  /** Allocating more than the tenant owns. Seen succeeding in one tenant and refused in another. @default "accepted" */
  overAllocation: "accepted" | "refused";
  /** An entitlement that the tenant does not have: 404, and an empty list for an environment, or 204. @default "missing" */
  absentEntitlements: "missing" | "noContent";
  /**
   * What TenantPoolLockedByPolicy refuses where a rule of the group governs the pool of credits: an enforcement rule TenantPool
   * that overrides it (Microsoft's tutorial), or every amount of them too. @default "rules"
   */
  tenantPoolLocks: "rules" | "amounts";
  /** Shape of 403: by namespace, the text of BAP, or the flat gateway code. @default "default" */
  forbidden: "default" | "bap" | "insufficientDelegatedPermissions";
  /** Lifetime of tokens from the token endpoint, in seconds. @default 3600 */
  tokenLifetimeSeconds: number;
  /** Object id or name of the user who is signed in to the browser. @default the owner of the tenant */
  signedInUser: string;
  /** Seconds that clients are told to wait between looks for an approved device code; 0 in tests. @default 5 */
  deviceCodeIntervalSeconds: number;
  /** @default 900 */
  deviceCodeLifetimeSeconds: number;
}

type Nested = "propagation" | "provisioning";

/** Settings to change; what is absent stays. */
export type SettingsChange = Partial<Omit<EmulatorSettings, Nested>> & {
  [Part in Nested]?: Partial<EmulatorSettings[Part]>;
};

export const defaultSettings = (): EmulatorSettings => ({
  answers: "recorded",
  pageSize: 0,
  latencyMs: 0,
  propagation: { scopes: {}, assignments: {}, principals: {}, dataverse: {} },
  provisioning: {
    billingPolicyCreate: 0,
    billingPolicyUpdate: 0,
    operations: 1,
    accepted: "bare",
    environmentCreate: "byDatabase",
    capacity: "available",
    billingPolicyRequired: false,
    unchanged: "conflict",
    failedCheck: "refused",
    operationsEnd: "Succeeded",
    retryAfterSeconds: null,
  },
  isv: false,
  knownPrincipals: null,
  unknownBillingPolicy: 404,
  linkedElsewhere: "move",
  groupInUse: 409,
  unsetEnvironmentSettings: "null",
  deletedEnvironments: "byId",
  retentionDays: 7,
  lockedEnvironmentSettings: [],
  refusedEnvironmentSettings: "status",
  ruleValues: "typed",
  syncedPolicies: "hidden",
  unallocated: "missing",
  overAllocation: "accepted",
  absentEntitlements: "missing",
  tenantPoolLocks: "rules",
  forbidden: "default",
  tokenLifetimeSeconds: 3600,
  signedInUser: seeded.ownerId,
  deviceCodeIntervalSeconds: 5,
  deviceCodeLifetimeSeconds: 900,
});

/** Settings with a change merged in. Throws for a name that is no setting, so that a typo is not silently ignored. */
export function withSettings(settings: EmulatorSettings, change: SettingsChange): EmulatorSettings {
  const unknown = Object.keys(change).filter((name) => !(name in settings));
  if (unknown.length > 0) throw new Error(`Unknown setting: ${unknown.join(", ")}.`);
  const members = Object.entries<unknown>(change).filter(([, value]) => value !== undefined);
  return {
    ...settings,
    ...(Object.fromEntries(members) as Partial<EmulatorSettings>),
    propagation: { ...settings.propagation, ...change.propagation },
    provisioning: { ...settings.provisioning, ...change.provisioning },
  };
}
