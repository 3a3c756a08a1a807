import { dynamicPackage } from "../../testing/engine/providers/dynamicHost";
import type { Fate } from "./forecast";
import { isSameKey } from "./kinds";
import { edited } from "./kinds/edit";
import type { Notes } from "./notes";
import type { Declarations } from "./program";
import type { Recorded } from "./recorded";
import type { Adapter } from "./story";

interface Surroundings {
  readonly recorded: readonly Recorded[];
  readonly adapter: Adapter;
  readonly notes: Notes;
}

/** The program as it is deployed: `adopt` is meant for what is nobody's, not for what another resource of the program has or asks for. */
export function effectiveProgram(
  fates: readonly Fate[],
  { recorded, adapter, notes }: Surroundings,
): Declarations {
  const twinsOf = ({ declared, inputs }: Fate): Fate[] =>
    fates.filter(
      (other) =>
        other.declared !== declared &&
        other.declared.kind === declared.kind &&
        isSameKey(declared.kind, inputs, other.inputs),
    );
  for (const fate of fates) {
    // Whose create comes before the comparison of the other one takes what that one has. A program that declares one thing
    // twice is refused otherwise, so this is left out. So is whose create comes before another one's replacement, of which it takes the old one.
    const isHeld =
      twinsOf(fate).some(({ action }) => action === "same" || action === "update") ||
      fates.some((other) => other.action === "replace" && isOfBoth(other, fate));
    if (isHeld && fate.action === "adopt") notes.forget(fate.declared.kind, fate.inputs);
  }
  return fates.map((fate) => {
    const { declared, inputs, action, object } = fate;
    if (inputs.adopt !== true) return declared;
    const isShared =
      twinsOf(fate).length > 0 || fates.some((other) => action === "adopt" && isOfBoth(other, fate));
    // The other adapter's process would delete it: it does not know what this one has adopted.
    const isOfTheOther = recorded.some(
      ({ id, state }) =>
        action === "adopt" &&
        id === object?.id &&
        state.type.startsWith(dynamicPackage) !== (adapter === "dynamic"),
    );
    return isShared || isOfTheOther
      ? { ...declared, inputs: edited(declared.inputs, ["adopt", undefined]) }
      : declared;
  });
}

/** Whether what one resource would take over is recorded as another one's. */
const isOfBoth = (other: Fate, { declared, object }: Fate): boolean =>
  other.declared !== declared &&
  other.declared.kind === declared.kind &&
  object !== undefined &&
  other.recorded?.id === object.id;
