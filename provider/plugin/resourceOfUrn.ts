import { status } from "@grpc/grpc-js";

import type { ResourceDefinition } from "../declare/define";
import { definitionOf, kinds } from "../resources";
import { pluginToken, typeToken } from "../resources/typeToken";
import { CallError } from "./callError";

const kindsByToken = new Map(kinds.flatMap((kind) => [pluginToken, typeToken].map((of) => [of(kind), kind])));

/**
 * The declaration of the kind that a URN names. One that a program has replaced after it went back to dynamic resources, and that
 * is still to be deleted, has the URN of a dynamic one: the engine writes an aliased resource under its new name.
 */
export function resourceOfUrn(urn: string): ResourceDefinition {
  // urn:pulumi:stack::project::types of the parents$type::name
  const token = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const kind = kindsByToken.get(token);
  if (kind !== undefined) return definitionOf(kind);
  throw new CallError(
    status.NOT_FOUND,
    `pulumi-power-platform does not know the type "${token}"; this version has ${kinds.map(pluginToken).join(", ")}.`,
  );
}
