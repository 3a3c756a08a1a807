import { type InId, wrongId } from "./namedAddress";
import type { Address, NewPlace } from "./place";

/** How the ids of a kind are formed whose objects belong to a parent: `{parent}/{segment}/{id}`. */
export interface ParentIds {
  /** The input that names the parent, with its form in the id. */
  readonly parent: string;
  readonly inId: InId;
  readonly segment: string;
  /** What has such an id, and its form, for errors: `a backup`, `{environmentId}/backups/{id}`. */
  readonly what: string;
  readonly form: string;
}

/** The address of objects that belong to a parent. `placeIn` takes the parent in the form that the id has it in. */
export function parentAddress(
  { parent, inId, segment, what, form }: ParentIds,
  placeIn: (parentId: string) => NewPlace,
): Address {
  const pattern = new RegExp(`^([^/\\s]+)/${segment}/([^/\\s]+)$`, "i");
  const parentOf = (inputs: Readonly<Record<string, unknown>>): string => inId(String(inputs[parent]));
  return {
    of: (inputs) => placeIn(parentOf(inputs)),
    id: (inputs, wireId) => `${parentOf(inputs)}/${segment}/${wireId}`,
    parse: (id) => {
      const [, parentId, wireId] = pattern.exec(id) ?? [];
      if (parentId === undefined || wireId === undefined)
        throw wrongId(`"${id}" is not the id of ${what}: write ${form}`);
      return { ...placeIn(inId(parentId)), wireId };
    },
  };
}
