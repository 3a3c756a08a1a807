import type { Place } from "../../declare/place";

export const environments = "/environmentmanagement/environments";

/** The place of what belongs to an environment and is one of a kind there. */
export const ofEnvironment = (id: string): Required<Pick<Place, "wireId" | "parent" | "scope">> => ({
  wireId: id,
  parent: { kind: "Environment", id, collection: environments },
  scope: `/environments/${id}`,
});
