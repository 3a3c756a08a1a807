// Made from provider/functions/licensing/storageWarnings.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetStorageWarningsArgs, ListedStorageWarning } from "../../types/licensing/storageWarnings";

const called = { name: "getStorageWarnings", result: "storageWarnings" };

/**
 * The amounts of storage from which on the tenant is warned; also in a preview. They can only be read. The service answers 404 of a category
 * or an entity without one.
 *
 *     export const warnings = getStorageWarningsOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/storage-warnings/list-storage-warnings
 */
export function getStorageWarnings(args?: GetStorageWarningsArgs): Promise<ListedStorageWarning[]> {
  return fromProgram(called, args);
}

/** {@link getStorageWarnings} for arguments that are outputs; it asks when they are known. */
export function getStorageWarningsOutput(args?: InputArgs<GetStorageWarningsArgs>): Output<ListedStorageWarning[]> {
  return fromProgramOutput(called, args);
}
