import type { Fate } from "./forecast";
import { isSameKey } from "./kinds";
import { edited } from "./kinds/edit";
import type { Notes } from "./notes";
import type { Declarations } from "./program";

/** The program as it is deployed: `adopt` is meant for what is nobody's, not for what another resource of the program has or asks for. */
export function effectiveProgram(fates: readonly Fate[], notes: Notes): Declarations {
  const othersOf = ({ declared }: Fate): Fate[] =>
    fates.filter((other) => other.declared !== declared && other.declared.kind === declared.kind);
  const twinsOf = (fate: Fate): Fate[] =>
    othersOf(fate).filter((other) => isSameKey(fate.declared.kind, fate.inputs, other.inputs));
  const isOfAnother = (fate: Fate): boolean =>
    othersOf(fate).some(({ recorded }) => recorded !== undefined && recorded.id === fate.object?.id);
  for (const fate of fates) {
    // Whose create comes before the comparison of the other one takes what that one has. A program that declares one thing
    // twice is refused otherwise, so this is left out. So is whose create takes what is recorded as another one's.
    const isHeld =
      isOfAnother(fate) || twinsOf(fate).some(({ action }) => action === "same" || action === "update");
    if (isHeld && fate.action === "adopt") notes.forget(fate.declared.kind, fate.inputs);
  }
  return fates.map((fate) => {
    const { declared, inputs, action } = fate;
    if (inputs.adopt !== true) return declared;
    const isShared = twinsOf(fate).length > 0 || (action === "adopt" && isOfAnother(fate));
    return isShared ? { ...declared, inputs: edited(declared.inputs, ["adopt", undefined]) } : declared;
  });
}
