import { isSecret, containsSecret } from "../../testing/engine/properties/secrets";
import { isObject, type Value } from "../../testing/engine/properties/value";
import { Broken } from "./broken";
import type { Declarations } from "./program";
import { type Recorded, recordOf } from "./recorded";

/** What is secret among the inputs of a resource is secret among its outputs. */
export function checkSecretsKept(recorded: readonly Recorded[]): void {
  for (const { name, state } of recorded) {
    for (const [input, value] of Object.entries(state.inputs)) {
      if (isSecret(value) && input in state.outputs && !isSecret(state.outputs[input]))
        throw new Broken(`${name}: ${input} is secret among the inputs and plain among the outputs`);
    }
  }
}

/** What the program marks as secret is so in the state. */
export function checkDeclaredSecrets(program: Declarations, recorded: readonly Recorded[]): void {
  for (const declared of program) {
    const state = recordOf(recorded, declared)?.state;
    for (const input of declared.secrets) {
      if (declared.inputs[input] === undefined || state === undefined) continue;
      if (!containsSecret(state.inputs[input] ?? null))
        throw new Broken(`${declared.name}: the secret ${input} is plain in the state`);
    }
  }
}

/** The text of a value without what is marked secret. */
export const openText = (value: Value): string => JSON.stringify(openOnly(value));

function openOnly(value: Value): Value {
  if (isSecret(value)) return null;
  if (Array.isArray(value)) return value.map(openOnly);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, openOnly(each)]));
}
