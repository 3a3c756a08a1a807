import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import { fromStruct } from "./properties/wire";
import type { CustomTimeouts } from "./state/resourceState";
import { isProviderType } from "./state/urn";
import type { Alias, Goal, ReadGoal } from "./steps/goal";

/** What a registration asks for. The provider may still be "", to be found. */
export function toGoal(request: RegisterResourceRequest): Goal {
  const version = request.getVersion();
  const given = fromStruct(request.getObject());
  // A provider has its version among its inputs.
  const properties = isProviderType(request.getType()) && version !== "" ? { ...given, version } : given;
  const dependencies = request.getDependenciesList();
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    properties,
    parent: request.getParent(),
    dependencies: [...dependencies].sort(),
    propertyDependencies: propertyDependenciesOf(request, Object.keys(properties)),
    provider: request.getProvider(),
    version,
    protect: request.hasProtect() ? request.getProtect() : undefined,
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    deletedWith: request.getDeletedwith(),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    hideDiff: request.getHidediffsList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    aliases: [
      ...request.getAliasurnsList().map((urn) => ({ ...noAlias, urn })),
      ...request.getAliasesList().map(toAlias),
    ],
    customTimeouts: toTimeouts(request),
    importId: request.getImportid(),
  };
}

/** What a `get` asks for. */
export function toReadGoal(request: ReadResourceRequest): ReadGoal {
  return {
    type: request.getType(),
    name: request.getName(),
    id: request.getId(),
    properties: fromStruct(request.getProperties()),
    parent: request.getParent(),
    dependencies: [...request.getDependenciesList()].sort(),
    provider: request.getProvider(),
    version: request.getVersion(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
  };
}

/** If there are no dependencies by property, each property depends on all dependencies of the resource. */
function propertyDependenciesOf(request: RegisterResourceRequest, keys: string[]): Record<string, string[]> {
  const given = request.getPropertydependenciesMap();
  if (given.getLength() === 0) {
    return Object.fromEntries(keys.map((key) => [key, [...request.getDependenciesList()].sort()]));
  }
  const result: Record<string, string[]> = Object.fromEntries(keys.map((key) => [key, []]));
  for (const [key, dependencies] of given.entries()) result[key] = [...dependencies.getUrnsList()].sort();
  return result;
}

const noAlias: Alias = { urn: "", name: "", type: "", stack: "", project: "", parent: "", noParent: false };

function toAlias(message: AliasMessage): Alias {
  const spec = message.getSpec();
  if (!spec) return { ...noAlias, urn: message.getUrn() };
  return {
    urn: "",
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
  };
}

function toTimeouts(request: RegisterResourceRequest): CustomTimeouts {
  // SDK 3.216 has no time-out for reads.
  const given: Partial<RegisterResourceRequest.CustomTimeouts> | undefined = request.getCustomtimeouts();
  const durations = {
    create: given?.getCreate?.() ?? "",
    update: given?.getUpdate?.() ?? "",
    delete: given?.getDelete?.() ?? "",
    read: given?.getRead?.() ?? "",
  };
  const set = Object.entries(durations).filter(([, duration]) => duration !== "");
  return Object.fromEntries(set.map(([operation, duration]) => [operation, secondsOf(duration)]));
}

/** Reads a duration such as `1h30m` or `90s`. */
function secondsOf(duration: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  if (parts.map(([part]) => part).join("") !== duration)
    throw new Error(`"${duration}" is not a duration such as 5m or 1h30m.`);
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? "s"] ?? 1), 0);
}
