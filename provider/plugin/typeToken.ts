import { status } from "@grpc/grpc-js";

import type { ResourceDefinition } from "../lifecycle/define";
import { definitionOf, kinds } from "../resources";
import { CallError } from "./callError";

/** The package that all tokens start with. */
export const packageName = "power-platform";

const prefix = `${packageName}:index:`;

/** Pulumi's token of a kind or a function; those of kinds are in every state file, so they never change. */
export const tokenOf = (name: string): string => `${prefix}${name}`;

/** What is behind a token. */
export const nameOfToken = (token: string): string =>
  token.startsWith(prefix) ? token.slice(prefix.length) : token;

/** The kind of a resource, from its URN. */
export function definitionOfUrn(urn: string): ResourceDefinition {
  // urn:pulumi:stack::project::types of the parents$type::name
  const token = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const kind = kinds.find((each) => tokenOf(each) === token);
  if (kind !== undefined) return definitionOf(kind);
  throw new CallError(
    status.NOT_FOUND,
    `pulumi-power-platform does not know the type "${token}"; this version has ${kinds.map(tokenOf).join(", ")}.`,
  );
}
