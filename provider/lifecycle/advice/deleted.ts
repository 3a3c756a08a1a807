import { ConflictError, PowerPlatformError } from "../../errors";
import { isValues } from "../../declare/plainValues";
import { quoted } from "../../declare/quoted";
import { isSaidMissing } from "../../remote/confirmDeleted";
import type { Recorded } from "../../remote/located";
import { isNotFound } from "../../remote/missing";
import { listAll } from "../../transport/paginate";
import type { Context } from "../context";

/** The maximum number of names in an error. */
const mostNamed = 20;

/** What to do about a delete that failed. For a conflict: what still holds the object, by name. */
export async function deleteAdvice(recorded: Recorded, error: unknown, { api }: Context): Promise<readonly string[]> {
  if (isSaidMissing(recorded, error)) return [saidMissing];
  if (isNotFound(error)) return [notFound];
  const { definition, place } = recorded;
  const heldBy = definition.shape === "collection" ? definition.heldBy : undefined;
  if (heldBy === undefined || !isConflict(error)) return [];
  const query = { "api-version": definition.apiVersion };
  const items = await listAll(api, { method: "GET", path: heldBy.list, query }).catch(() => undefined);
  if (items === undefined) return [`Which ${heldBy.many} are still inside could not be read. ${heldBy.advice}`];
  const holders = items
    .filter(isValues)
    .filter((item) => String(item[heldBy.pointer]).toLowerCase() === place.wireId.toLowerCase())
    .map((item) => `${quoted(item[heldBy.name])} (${String(item.id)})`);
  if (holders.length === 0) {
    const isExplained = error.codes?.some((code) => definition.codeAdvice?.[code] !== undefined) === true;
    return isExplained ? [] : ["The service does not show what holds it; see its own words above."];
  }
  const what = holders.length === 1 ? heldBy.one : heldBy.many;
  const named = holders.slice(0, mostNamed).join(", ");
  const more = holders.length > mostNamed ? ` and ${holders.length - mostNamed} more` : "";
  return [`Still inside: ${holders.length} ${what}: ${named}${more}. ${heldBy.advice}`];
}

/** Groups answer a conflict with 400 and this code too. */
const isConflict = (error: unknown): error is PowerPlatformError =>
  error instanceof ConflictError || (error instanceof PowerPlatformError && error.codes?.includes("Conflict") === true);

const saidMissing =
  "The service says that it does not exist, and shows it all the same. Run the command again in a moment.";

const notFound =
  "The tenant shows it all the same, or does not say. Something on the way may have answered in place of the service: check proxy, gateway and endpoint.";
