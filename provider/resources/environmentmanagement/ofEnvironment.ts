import type { Place } from "../../declare/place";

export const environments = "/environmentmanagement/environments";

/** The group of an environment that is in none, in the older admin API. */
export const noGroup = "00000000-0000-0000-0000-000000000000";

/** The place of what belongs to an environment and is one of a kind there. */
export const ofEnvironment = (id: string): Required<Pick<Place, "wireId" | "parent" | "scope">> => ({
  wireId: id,
  parent: { kind: "Environment", id, collection: environments },
  scope: `/environments/${id}`,
});
