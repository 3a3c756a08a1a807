import type { Properties } from "../properties/value";
import type { CustomTimeouts } from "../state/resourceState";

/** Another identity that a resource may have had: a URN, or what differs from the present one. */
export interface Alias {
  urn: string;
  name: string;
  type: string;
  stack: string;
  project: string;
  parent: string;
  noParent: boolean;
}

/** What a program asks of a resource. */
export interface Goal {
  type: string;
  name: string;
  custom: boolean;
  properties: Properties;
  parent: string;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  provider: string;
  /** The version of the plugin that the SDK asks for; "" if it leaves that open. */
  version: string;
  protect: boolean | undefined;
  retainOnDelete: boolean | undefined;
  deleteBeforeReplace: boolean | undefined;
  deletedWith: string;
  ignoreChanges: string[];
  replaceOnChanges: string[];
  hideDiff: string[];
  additionalSecretOutputs: string[];
  aliases: Alias[];
  customTimeouts: CustomTimeouts;
  /** The id of an object that is to become the resource; "" if none. */
  importId: string;
}

/** What a program asks of a resource that lives elsewhere. */
export interface ReadGoal {
  type: string;
  name: string;
  id: string;
  properties: Properties;
  parent: string;
  dependencies: string[];
  provider: string;
  version: string;
  additionalSecretOutputs: string[];
}
