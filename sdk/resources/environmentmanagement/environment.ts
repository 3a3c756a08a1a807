// Made from provider/resources/environmentmanagement/environment.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { EnvironmentArgs, EnvironmentOutputs } from "../../types/environmentmanagement/environment";

export interface Environment extends EnvironmentOutputs {}

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
 */
export class Environment extends CustomResource {
  constructor(name: string, args: EnvironmentArgs, options?: CustomResourceOptions) {
    super(...registration("Environment", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id Id of the environment, a GUID or `Default-{tenantId}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): Environment {
    return new Environment(name, {} as EnvironmentArgs, readOptions("Environment", name, id, options));
  }
}
