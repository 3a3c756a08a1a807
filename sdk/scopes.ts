import type { Input, Output, Resource } from "@pulumi/pulumi";
import { interpolate } from "@pulumi/pulumi";

import type { EnvironmentGroup as DynamicGroup } from "./resources/environmentmanagement/environmentGroup";
import type { EnvironmentGroup as PluginGroup } from "./plugin/resources/environmentmanagement/environmentGroup";

type EnvironmentGroup = DynamicGroup | PluginGroup;

const idOf = (of: Input<string> | EnvironmentGroup): Input<string> => (isResource(of) ? of.id : of);

const isResource = (of: unknown): of is EnvironmentGroup =>
  typeof of === "object" &&
  of !== null &&
  (of as Partial<Resource> & { __pulumiCustomResource?: boolean }).__pulumiCustomResource === true;

/** The scopes at which a role can be assigned. */
export const scopes = {
  /** The whole tenant of the provider. */
  tenant: (): string => "tenant",
  /** An environment group, as resource or by id. */
  environmentGroup: (group: Input<string> | EnvironmentGroup): Output<string> =>
    interpolate`/environmentGroups/${idOf(group)}`,
  /** One environment, by id: a GUID, or `Default-{tenantId}` for the default environment. */
  environment: (environmentId: Input<string>): Output<string> => interpolate`/environments/${environmentId}`,
};
