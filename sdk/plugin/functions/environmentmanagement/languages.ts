// Made from provider/functions/environmentmanagement/languages.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetLanguagesArgs, ListedLanguage } from "../../../types/environmentmanagement/languages";

const called = { name: "getLanguages", result: "languages" };

/**
 * The base languages that Dataverse can have in a location; also in a preview.
 *
 *     export const languages = getLanguagesOutput({ location: "europe", isTenantDefault: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getLanguages(args: GetLanguagesArgs, options?: InvokeOptions): Promise<ListedLanguage[]> {
  return throughPlugin(called, args, options);
}

/** {@link getLanguages} for arguments that are outputs; it asks when they are known. */
export function getLanguagesOutput(
  args: InputArgs<GetLanguagesArgs>,
  options?: InvokeOutputOptions,
): Output<ListedLanguage[]> {
  return throughPluginOutput(called, args, options);
}
