// Made from provider/functions/environmentmanagement/templates.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetTemplatesArgs, ListedTemplate } from "../../../types/environmentmanagement/templates";

const called = { name: "getTemplates", result: "templates" };

/**
 * The templates of Dynamics 365 that environments in a location can be made with; also in a preview.
 *
 *     export const templates = getTemplatesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getTemplates(args: GetTemplatesArgs, options?: InvokeOptions): Promise<ListedTemplate[]> {
  return throughPlugin(called, args, options);
}

/** {@link getTemplates} for arguments that are outputs; it asks when they are known. */
export function getTemplatesOutput(
  args: InputArgs<GetTemplatesArgs>,
  options?: InvokeOutputOptions,
): Output<ListedTemplate[]> {
  return throughPluginOutput(called, args, options);
}
