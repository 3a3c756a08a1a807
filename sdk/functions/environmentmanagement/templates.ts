// Made from provider/functions/environmentmanagement/templates.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetTemplatesArgs, ListedTemplate } from "../../types/environmentmanagement/templates";

const called = { name: "getTemplates", result: "templates" };

/**
 * The templates of Dynamics 365 that environments in a location can be made with; also in a preview.
 *
 *     export const templates = getTemplatesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getTemplates(args: GetTemplatesArgs): Promise<ListedTemplate[]> {
  return fromProgram(called, args);
}

/** {@link getTemplates} for arguments that are outputs; it asks when they are known. */
export function getTemplatesOutput(args: InputArgs<GetTemplatesArgs>): Output<ListedTemplate[]> {
  return fromProgramOutput(called, args);
}
