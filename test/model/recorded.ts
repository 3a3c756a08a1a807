import { type Kind, kinds } from "../../provider/resources";
import type { ResourceState } from "../../testing/engine/state/resourceState";
import { nameOf, typeOf } from "../../testing/engine/state/urn";
import type { Adapter } from "./story";

/** A resource that state records, with the object it stands for. */
export interface Recorded {
  readonly name: string;
  readonly kind: Kind;
  /** The id of the object in the service's words. */
  readonly id: string;
  /** It was replaced, and its deletion is still to come. */
  readonly isCondemned: boolean;
  readonly state: ResourceState;
}

/** The resources of ours that state records. */
export function recordedIn(states: readonly ResourceState[]): Recorded[] {
  return states.flatMap((state) => {
    const kind = kinds.find((each) => typeOf(state.urn).endsWith(`:${each}`));
    if (kind === undefined) return [];
    const id = state.id.split("/").at(-1) ?? "";
    return [{ name: nameOf(state.urn), kind, id, isCondemned: state.delete, state }];
  });
}

/** The form whose provider has it. */
export const formOf = ({ state }: Recorded): Adapter =>
  typeOf(state.urn).startsWith("pulumi-nodejs:") ? "dynamic" : "plugin";

/** What is recorded of a resource, under its name or a former one. */
export const recordOf = (
  recorded: readonly Recorded[],
  declared: { readonly name: string; readonly formerNames: readonly string[]; readonly kind: Kind },
): Recorded | undefined =>
  recorded.find(
    ({ name, kind, isCondemned }) =>
      !isCondemned && kind === declared.kind && [declared.name, ...declared.formerNames].includes(name),
  );
