import { isSecret, secret } from "../properties/secrets";
import { mapElements, type Properties, type Value } from "../properties/value";
import type { DoneStep, Recorder } from "../recorder";
import type { ResourceState } from "../state/resourceState";

/** The steps as the Pulumi CLI sees them. All secrets are equal, so a change of a secret alone is not shown. */
export function shownSteps(recorder: Recorder): DoneStep[] {
  return recorder.steps.map((step) => ({ ...step, old: blinded(step.old), new: blinded(step.new) }));
}

function blinded(state: ResourceState | undefined): ResourceState | undefined {
  return (
    state && {
      ...state,
      inputs: blind(state.inputs) as Properties,
      outputs: blind(state.outputs) as Properties,
    }
  );
}

function blind(value: Value): Value {
  return isSecret(value) ? secret("[secret]") : mapElements(value, blind);
}
