import { createKey, labelOf } from "../declare/identity";
import type { ResourceDefinition } from "../declare/define";
import type { NewPlace, Place } from "../declare/place";
import type { Values } from "../declare/plainValues";

/** An object of the tenant, from its id. */
export interface Located {
  readonly definition: ResourceDefinition;
  readonly place: Place;
}

/** A resource as state records it. */
export interface Recorded extends Located {
  readonly id: string;
  readonly outputs: Values;
}

/** A resource as the program declares it, in one tenant. */
export interface Desired {
  readonly definition: ResourceDefinition;
  readonly inputs: Values;
  readonly tenantId: string;
  /** The place of its object, also before the create. */
  readonly place: NewPlace;
  /** Equal for resources that would be the same object. */
  readonly key: string;
  /** Kind and name. */
  readonly label: string;
}

/** An object that is being created or changed. `live` is its latest form. */
export interface Progress extends Located {
  readonly inputs: Values;
  readonly tenantId: string;
  readonly waitMs: number;
  live: Values;
  /** The service has accepted a change. From then on, a failure is a partial failure. */
  isWritten: boolean;
}

export const desiredOf = (definition: ResourceDefinition, inputs: Values, tenantId: string): Desired => ({
  definition,
  inputs,
  tenantId,
  place: definition.address.of(inputs),
  key: createKey(definition, inputs, tenantId),
  label: labelOf(definition, inputs),
});

export const recordedOf = (definition: ResourceDefinition, id: string, outputs: Values): Recorded => ({
  definition,
  place: definition.address.parse(id),
  id,
  outputs,
});
