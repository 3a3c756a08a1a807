import type { Failure } from "../../errors";
import { containsUnknown, isEmpty, isValues, type Values, valueAt } from "../../declare/plainValues";
import type { Place } from "../../declare/place";

/** Whether the program asks for Dataverse. */
export const isDataverse = (databaseType: unknown): boolean =>
  String(databaseType).toLowerCase() === "commondataservice";

/** What Dataverse needs beside `databaseType` (CreateEnvironmentRequest of the reference). */
export function refuseInputs(inputs: Values): readonly Failure[] {
  const { location, macroRegion, databaseType } = inputs;
  const failures: Failure[] = [];
  const isGiven = (value: unknown): boolean => containsUnknown(value) || !isEmpty(value);
  if (isGiven(location) && isGiven(macroRegion)) {
    failures.push({ property: "macroRegion", reason: "excludes location: write one of the two" });
  }
  if (!isDataverse(databaseType)) return failures;
  const need = (property: string, example: string): void =>
    void failures.push({ property, reason: `is required by databaseType "CommonDataService": write ${example}` });
  if (!isGiven(location) && !isGiven(macroRegion)) need("location", "location or macroRegion");
  const isUnknown = (value: unknown): boolean => containsUnknown(value) && !isValues(value);
  const metadata = inputs.linkedEnvironmentMetadata;
  if (isUnknown(metadata)) return failures;
  for (const [path, example] of companions) {
    const [whole = path] = path.split(".");
    const isOpen = isGiven(valueAt(metadata, path)) || isUnknown(valueAt(metadata, whole));
    if (!isOpen) need(`linkedEnvironmentMetadata.${path}`, example);
  }
  return failures;
}

const companions = [
  ["baseLanguageCode", "an LCID such as 1033"],
  ["currency.code", "a code such as USD"],
] as const;

/** Whether it is created to its end. The values of `state` are not published: those in `-ing` are of something that goes on. */
export const isCreated = (live: Values, { databaseType }: Values): boolean =>
  !(typeof live.state === "string" && /ing$/i.test(live.state)) &&
  (!isDataverse(databaseType) || !isEmpty(live.dataverseId));

/** A deleted environment is still shown, and can be recovered, for some days. */
export function recovery({ deletedDateTime, retentionDetails }: Values): string | undefined {
  if (isEmpty(deletedDateTime)) return undefined;
  const period = valueAt(retentionDetails, "retentionPeriod");
  const within = typeof period === "string" && period !== "" ? ` (retention period ${period})` : "";
  return (
    `was deleted at ${String(deletedDateTime)} and can be recovered${within}: recoverEnvironment of the API ` +
    "(POST /environmentmanagement/environments/{id}/recover), or the admin center (Environments > Recover deleted environments)"
  );
}

/** An environment is deleted with everything in it, so a program has to allow it. */
export function keepEnvironment(
  { wireId }: Pick<Place, "wireId">,
  { allowDelete, environmentSku }: Values,
  isReplaced: boolean,
): string | undefined {
  if (/^default-/i.test(wireId) || String(environmentSku).toLowerCase() === "default") {
    return (
      "it is the default environment of the tenant, which cannot be deleted; nothing was sent.\n" +
      "  To leave it as it is and forget it, set the resource option `retainOnDelete: true`, run `pulumi up`, and delete the resource then; or run `pulumi state delete`."
    );
  }
  if (allowDelete === true || isReplaced) return undefined;
  return (
    "everything in it would be deleted with it, and the program does not allow that; nothing was sent.\n" +
    "  Write `allowDelete: true` on the resource, run `pulumi up`, and delete it then.\n" +
    "  To leave it as it is and forget it, set the resource option `retainOnDelete: true` in the same way, or run `pulumi state delete`."
  );
}
