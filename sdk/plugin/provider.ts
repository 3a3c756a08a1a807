import type { ResourceOptions } from "@pulumi/pulumi";
import { ProviderResource } from "@pulumi/pulumi";

import type { ProviderArgs } from "../provider";
import { textArgs } from "../provider";

export type { ProviderArgs };

/**
 * A connection to one tenant, for programs that manage several, or that do not want their credentials in stack
 * configuration:
 *
 *     const contoso = new Provider("contoso", { tenantId, clientId, clientSecret });
 *     new EnvironmentGroup("finance", { displayName: "Finance" }, { provider: contoso });
 *
 * Another `tenantId`, `cloud` or `endpoint` replaces its resources: they are made in the new place, then deleted in the old.
 */
export class Provider extends ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, options?: ResourceOptions) {
    // The engine's own providers lack the mark, whatever a program calls its one.
    super("power-platform", name, { ...textArgs(args), explicit: "true" }, options);
  }
}
