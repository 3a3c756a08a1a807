import { AuthError, explain, type PowerPlatformError } from "../errors";
import { advise } from "./advice/advise";
import type { Needs } from "./advice/refusedCall";
import type { Context } from "./context";
import type { ResourceDefinition } from "../declare/define";
import type { Place } from "../declare/place";
import type { Values } from "../declare/plainValues";

/** What a step of the lifecycle does: a write of an object also reads it. */
export type Access = "read" | "write" | "delete";

export interface FailedStep {
  /** Kind and name, such as `BillingPolicy "payg-emea"`. */
  readonly resource: string;
  /** Lifecycle word, such as `create`. */
  readonly operation: string;
  readonly access: Access;
  readonly place: Omit<Place, "wireId">;
  /** Inputs or outputs, where there are any. */
  readonly values?: Values;
  /** What else to do, a line each. */
  readonly advice?: readonly string[];
}

/** A failed call as an error of the resource, with the caller and advice. */
export function failed(
  definition: ResourceDefinition,
  error: unknown,
  { resource, operation, access, place, values, advice = [] }: FailedStep,
  { connection }: Pick<Context, "connection">,
): PowerPlatformError {
  const { apiVersion, forbiddenHint, codeAdvice } = definition;
  const known = advise(error, {
    connection,
    apiVersion,
    needs: needsOf(definition, access),
    scope: place.scope ?? "",
    ...(forbiddenHint === undefined ? {} : { forbiddenHint }),
    ...(codeAdvice === undefined ? {} : { codeAdvice }),
    ...(values === undefined ? {} : { values }),
  });
  const isOld = error instanceof AuthError && connection.isRecorded && runsWithoutProgram.has(operation);
  const rotated = isOld ? [useProgram] : [];
  return explain(error, { resource, operation, advice: [...known, ...rotated, ...advice] });
}

/** The operations of a refresh and a destroy, which run before the program or without it. */
const runsWithoutProgram: ReadonlySet<string> = new Set(["read", "delete"]);

const useProgram =
  "If it was replaced after the last `pulumi up`: this is the one in state. The option `--run-program` takes the new one.";

function needsOf({ permissions }: ResourceDefinition, access: Access): Needs {
  const { read, write, writeInRoles = write, deleteInRoles = writeInRoles } = permissions;
  const given = (...names: readonly (string | undefined)[]): string[] => names.filter((name) => name !== undefined);
  switch (access) {
    case "read":
      return { delegated: given(read), inRoles: given(read) };
    case "write":
      return { delegated: given(read, write), inRoles: given(read, writeInRoles) };
    case "delete":
      return { delegated: given(write), inRoles: given(deleteInRoles) };
  }
}
