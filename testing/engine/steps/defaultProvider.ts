import type { StackConfig } from "../program/stackConfig";
import { providerTypeOf } from "../state/urn";
import type { Goal } from "./goal";

/** The default provider of a package, with the stack's configuration. There is one for each version. */
export function defaultProviderGoal(packageName: string, version: string, config: StackConfig): Goal {
  return {
    type: providerTypeOf(packageName),
    name: version === "" ? "default" : `default_${version.replace(/[.+-]/g, "_")}`,
    custom: true,
    properties: { ...config.forPackage(packageName), ...(version === "" ? {} : { version }) },
    parent: "",
    dependencies: [],
    propertyDependencies: {},
    provider: "",
    version: "",
    protect: undefined,
    retainOnDelete: undefined,
    deleteBeforeReplace: undefined,
    deletedWith: "",
    ignoreChanges: [],
    replaceOnChanges: [],
    hideDiff: [],
    additionalSecretOutputs: [],
    aliases: [],
    customTimeouts: {},
    importId: "",
  };
}
