import type { Contract, ContractOperation, Namespace } from "./contract";
import { namespaces } from "./contract";

export interface Route {
  operation: ContractOperation;
  params: Record<string, string>;
  /** The path in the contract's spelling, so that letter case does not matter. */
  canonicalPath: string;
}

/** Which OpenAPI file a path belongs to, if any. */
export function namespaceOf(path: string): Namespace | undefined {
  const first = path.split("/")[1]?.toLowerCase();
  const found = Object.entries(namespaces).find(([, segments]) => segments.some((each) => each === first));
  return found?.[0] as Namespace | undefined;
}

/** Finds the operation for a path. Fixed segments match ignoring case and win over parameters. */
export function findRoute(contract: Contract, method: string, path: string): Route | undefined {
  const segments = path.replace(/\/+$/, "").split("/");
  const candidates = contract.operations
    .filter((operation) => operation.method === method && matches(operation.path.split("/"), segments))
    .sort((one, other) => parameterCount(one.path) - parameterCount(other.path));
  const operation = candidates[0];
  if (operation === undefined) return undefined;

  const params: Record<string, string> = {};
  const canonical = operation.path.split("/").map((template, index) => {
    const segment = segments[index] ?? "";
    const name = parameterName(template);
    if (name === undefined) return template;
    params[name] = decode(segment);
    return segment;
  });
  return { operation, params, canonicalPath: canonical.join("/") };
}

const parameterName = (template: string): string | undefined => /^\{(.+)\}$/.exec(template)?.[1];

const parameterCount = (template: string): number => template.split("{").length;

const matches = (template: string[], segments: string[]): boolean =>
  template.length === segments.length &&
  template.every((part, index) => {
    const segment = segments[index] ?? "";
    return parameterName(part) === undefined ? part.toLowerCase() === segment.toLowerCase() : segment !== "";
  });

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
