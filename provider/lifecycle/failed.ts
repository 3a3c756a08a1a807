import { AuthError, explain, type PowerPlatformError } from "../errors";
import { labelOf } from "../declare/identity";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import type { NewPlace } from "../declare/place";
import { advise } from "./advice/advise";
import type { Needs } from "./advice/refusedCall";
import type { Context } from "./context";

/** The resource of a step: as the program declares it (`inputs`), or as state records it (`outputs`). */
export interface Subject {
  readonly definition: ResourceDefinition;
  readonly place: NewPlace;
  readonly inputs?: Values;
  readonly outputs?: Values;
  /** Kind and name, such as `BillingPolicy "payg-emea"`. @default by its values */
  readonly label?: string;
}

/**
 * A failed step as an error of the resource, with the caller and advice.
 * @param operation lifecycle word, such as `create`
 * @param more what else to do, a line each
 */
export function failed(
  { definition, place, inputs, outputs = {}, label }: Subject,
  error: unknown,
  operation: string,
  { connection }: Pick<Context, "connection">,
  more: readonly string[] = [],
): PowerPlatformError {
  const { apiVersion, forbiddenHint, codeAdvice } = definition;
  const values = inputs ?? outputs;
  const needs = needsOf(definition, operation);
  const call = { connection, apiVersion, needs, scope: place.scope ?? "", forbiddenHint, codeAdvice, values };
  const isOld = error instanceof AuthError && connection.isRecorded && runsWithoutProgram.has(operation);
  const advice = [...advise(error, call), ...(isOld ? [useProgram] : []), ...more];
  return explain(error, { resource: label ?? labelOf(definition, values), operation, advice });
}

/** Takes a step. What it throws is an error of the resource. */
export async function explained<T>(
  subject: Subject,
  operation: string,
  context: Pick<Context, "connection">,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw failed(subject, error, operation, context);
  }
}

/** The operations of a refresh and a destroy, which run before the program or without it. */
const runsWithoutProgram: ReadonlySet<string> = new Set(["read", "delete"]);

const useProgram =
  "If it was replaced after the last `pulumi up`: this is the one in state. The option `--run-program` takes the new one.";

/** A create or update also reads the object. */
function needsOf({ permissions }: ResourceDefinition, operation: string): Needs {
  const { read, write, writeInRoles = write, deleteInRoles = writeInRoles } = permissions;
  const given = (...names: readonly (string | undefined)[]): string[] => names.filter((name) => name !== undefined);
  if (operation === "delete") return { delegated: given(write), inRoles: given(deleteInRoles) };
  if (operation !== "create" && operation !== "update") return { delegated: given(read), inRoles: given(read) };
  return { delegated: given(read, write), inRoles: given(read, writeInRoles) };
}
