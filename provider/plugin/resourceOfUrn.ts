import { status } from "@grpc/grpc-js";

import type { ResourceDefinition } from "../lifecycle/define";
import { definitionOf, kinds } from "../resources";
import { pluginToken } from "../resources/typeToken";
import { CallError } from "./callError";

const kindsByToken = new Map(kinds.map((kind) => [pluginToken(kind), kind]));

/** The declaration of the kind that a URN names. */
export function resourceOfUrn(urn: string): ResourceDefinition {
  // urn:pulumi:stack::project::types of the parents$type::name
  const token = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const kind = kindsByToken.get(token);
  if (kind !== undefined) return definitionOf(kind);
  throw new CallError(
    status.NOT_FOUND,
    `pulumi-power-platform does not know the type "${token}"; this version has ${[...kindsByToken.keys()].join(", ")}.`,
  );
}
