import { PowerPlatformError } from "../errors";
import type { Listed } from "../transport/listed";
import type { RemoteContext } from "./context";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { awaitListed } from "./awaitListed";
import { wireIdOf } from "./find";

/**
 * The object of a create whose answer was lost: the only one with its natural key that was not there before. With none
 * or several of them nobody can say what happened, and the error says what was found.
 */
export async function recoverLostCreate(
  definition: ResourceDefinition,
  inputs: Values,
  before: Listed,
  cause: PowerPlatformError,
  context: RemoteContext,
): Promise<Values> {
  const fresh = await awaitListed(definition, inputs, before, context).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new PowerPlatformError(
      `${cause.message}\n  The answer was lost, and looking for the object failed: ${why}\n  Nothing was recorded; run \`pulumi up\` again, which looks first.`,
      {},
      { cause },
    );
  });
  const [only, ...others] = fresh;
  if (only !== undefined && others.length === 0) return only;
  if (others.length > 0) {
    const ids = fresh.map((live) => wireIdOf(definition, live)).join(", ");
    throw new PowerPlatformError(
      `${cause.message}\n  The answer was lost, and afterwards there were ${fresh.length} new ones: ${ids}. Nothing was recorded; delete the ones that are too many and adopt the other.`,
    );
  }
  throw new PowerPlatformError(
    `${cause.message}\n  The answer was lost, and no new object showed up. Nothing was recorded; run \`pulumi up\` again, which looks first.`,
    {},
    { cause },
  );
}
