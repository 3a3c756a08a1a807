import { explain, type Explanation, ForbiddenError, type PowerPlatformError } from "../errors";
import type { Context } from "./context";
import type { ResourceDefinition } from "./define";

/** Built-in roles that hold a permission: reading is in every role, RBAC itself is not in contributor. */
function rolesWith(permission: string): string {
  if (permission.endsWith(".Read"))
    return "reader, contributor, owner or role-based access control administrator";
  return permission.startsWith("Authorization.")
    ? "role-based access control administrator or owner"
    : "contributor or owner";
}

/**
 * A failed call told from the resource's point of view. A refusal for lack of rights says who asked, which permission is
 * needed, which roles hold it, and how to give one.
 */
export function failed(
  definition: ResourceDefinition,
  error: unknown,
  explanation: Explanation,
  context: Pick<Context, "identity">,
): PowerPlatformError {
  if (!(error instanceof ForbiddenError) || explanation.advice !== undefined)
    return explain(error, explanation);
  const { read, write } = definition.permissions;
  const isRead = ["get", "read", "compare with the tenant"].includes(explanation.operation);
  const permission = isRead ? read : write;
  const permissions = isRead ? `permission ${read}` : `permissions ${read} and ${write}`;
  const advice =
    `Signed in with ${context.identity}. It needs the ${permissions}: assign it ${rolesWith(permission)} ` +
    `at this scope or above, as a Power Platform administrator can${definition.forbiddenHint === undefined ? "" : `. ${definition.forbiddenHint}`}`;
  return explain(error, { ...explanation, advice });
}
