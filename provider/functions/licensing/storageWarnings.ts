import { caseless, flag, integer, list, object, text } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { defineList } from "../defineFunction";

const warnings = "/licensing/storageWarning";

/** One of three routes, by what is given. */
function route({ storageCategory, entityName }: Values): string {
  if (storageCategory === undefined) return `${warnings}/getAllStorageWarnings`;
  return `${warnings}/{storageCategory}${entityName === undefined ? "" : "/{entityName}"}`;
}

/**
 * The amounts of storage from which on the tenant is warned; also in a preview. They can only be read. The service answers 404 of a category
 * or an entity without one.
 *
 *     export const warnings = getStorageWarningsOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/storage-warnings/list-storage-warnings
 */
export const storageWarnings = defineList({
  name: "getStorageWarnings",
  result: "storageWarnings",
  apiVersion: "2024-10-01",
  path: route,
  refuse: ({ storageCategory, entityName }) =>
    entityName !== undefined && storageCategory === undefined
      ? [{ property: "entityName", reason: "is an entity of a category: name storageCategory too" }]
      : [],
  args: {
    /** Category of storage. The values are not published. */
    storageCategory: caseless().optional(),
    /** Entity of that category. */
    entityName: caseless().optional(),
  },
  item: {
    /** Whether it warns. */
    isActive: flag().optional(),
    /** Category of storage. */
    storageCategory: text().optional(),
    /** Entity of that category. */
    storageEntity: text().optional(),
    /** From which amounts on it warns. */
    thresholds: list(
      object({
        /** Category of storage. */
        storageCategory: text().optional(),
        /** Entity of that category. */
        storageEntity: text().optional(),
        /** Amount in MB. */
        thresholdInMB: integer().optional(),
        /** Key of the text that is shown. */
        warningMessageConstKey: text().optional(),
      }),
    ).optional(),
  },
});
