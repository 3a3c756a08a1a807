import type { CreateIntents } from "./createIntents";
import type { Fate } from "./forecast";
import { isSameKey, objectName } from "./kinds";
import { edited } from "./kinds/edit";
import type { Declarations } from "./program";
import { formOf, type Recorded } from "./recorded";
import type { Adapter } from "./story";

/** What is known of the stack before it is deployed. */
interface Deployed {
  readonly recorded: readonly Recorded[];
  readonly intents: CreateIntents;
  readonly adapter: Adapter;
}

/**
 * The program as it is deployed: `adopt` is meant for what is nobody's, not for what another resource of the program has or asks
 * for. What the other form has under another name would be deleted with that name: its process is not told of the adoption.
 */
export function effectiveProgram(fates: readonly Fate[], { recorded, intents, adapter }: Deployed): Declarations {
  const othersOf = ({ declared }: Fate): Fate[] =>
    fates.filter((other) => other.declared !== declared && other.declared.kind === declared.kind);
  const sameOf = (fate: Fate): Fate[] =>
    othersOf(fate).filter((other) => isSameKey(fate.declared.kind, fate.inputs, other.inputs));
  const isOfAnother = (fate: Fate): boolean =>
    othersOf(fate).some(({ recorded }) => recorded !== undefined && recorded.id === fate.object?.id);
  const isOfOtherForm = ({ object, recorded: own }: Fate): boolean =>
    recorded.some(
      (each) =>
        object !== undefined && each !== own && objectName(each) === objectName(object) && formOf(each) !== adapter,
    );
  for (const fate of fates) {
    // Whose create comes before the comparison of the other one takes what that one has. A program that declares one thing
    // twice is refused otherwise, so this is left out. So is whose create takes what is recorded as another one's.
    const isHeld = isOfAnother(fate) || sameOf(fate).some(({ action }) => action === "same" || action === "update");
    if (isHeld && fate.action === "adopt") intents.forget(fate.declared.kind, fate.inputs);
  }
  return fates.map((fate) => {
    const { declared, inputs, action } = fate;
    if (inputs.adopt !== true) return declared;
    const isShared = sameOf(fate).length > 0 || (action === "adopt" && (isOfAnother(fate) || isOfOtherForm(fate)));
    return isShared ? { ...declared, inputs: edited(declared.inputs, ["adopt", undefined]) } : declared;
  });
}
