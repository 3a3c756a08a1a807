import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import { containsUnknown, isAbsent, type Values } from "../declare/plainValues";
import type { Failure } from "../errors";

interface Declared {
  readonly id: string;
  readonly label: string;
  readonly inputs: Values;
}

/** Resources of the program, by kind and by the id that each is about: at most one of a kind is about the same. */
export class ProgramResources {
  readonly #declared = new Map<string, Declared>();

  /** Records a resource. A failure if another one of its kind is about the same. */
  declare(definition: ResourceDefinition, inputs: Values): Failure | undefined {
    const property = subjectOf(definition, inputs);
    if (property === undefined || containsUnknown(definition.naturalKey.map((name) => inputs[name]))) return undefined;
    const key = keyOf(definition.kind, String(inputs[property]));
    const before = this.#declared.get(key);
    const id = definition.address.id(inputs, "").toLowerCase();
    const label = labelOf(definition, inputs);
    if (before === undefined || before.id === id) {
      this.#declared.set(key, { id, label, inputs });
      return undefined;
    }
    return {
      property,
      reason: `${String(inputs[property])} can be in one at most, and another resource of this program has it (${before.label}). Declare it once`,
    };
  }

  /** The inputs of the resource of a kind that is about this id. */
  declared(kind: string, id: string): Values | undefined {
    return this.#declared.get(keyOf(kind, id))?.inputs;
  }
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`.toLowerCase();

/** The input that names what a resource is about. */
export function subjectOf({ oneFor, shape, naturalKey }: ResourceDefinition, inputs: Values): string | undefined {
  const names = oneFor ?? (shape === "setting" && naturalKey.length === 1 ? naturalKey : []);
  return names.find((name) => !isAbsent(inputs[name]));
}
