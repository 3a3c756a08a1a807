import { ConflictError } from "../errors";
import type { Values } from "../declare/plainValues";
import type { Desired } from "../remote/located";
import type { Context } from "./context";
import { doubtOf, proveOwnership } from "./proveOwnership";
import { type Claim, claimOf } from "./runRecord";

/** An existing object that a create may have. */
export interface Adopted {
  readonly live: Values;
  readonly id: string;
  /** An interrupted create of the same stack made it; else the program asks for it (`adopt`). */
  readonly isOurs: boolean;
}

/**
 * The existing object, where an interrupted create of the same stack made it or the program asks for it.
 * @param existing objects with the declared natural key, at least one
 * @param sentAt when an interrupted run sent the same create, by the clock of the service
 * @throws ConflictError that names what exists and the ways out; also for one that another resource of the program has
 */
export function adopt(
  desired: Desired,
  existing: readonly Values[],
  sentAt: number | undefined,
  context: Pick<Context, "run" | "urn" | "connection">,
): Adopted {
  const claims = existing.map((live) => claimOf(desired, live, context));
  const owners = claims.map((claim) => context.run.ownerOf(claim, "create"));
  const ids = claims.map(({ id }) => id);
  const isUnrecorded = (claim?: Claim): boolean =>
    claim !== undefined && context.run.ownerOf(claim, "recover") === "free";
  const another = ids[owners.indexOf("another's")];
  if (another !== undefined) throw declaredTwice(another);
  const leaving = ids[owners.indexOf("leaving")];
  if (leaving !== undefined) throw notRenamedYet(leaving);
  const unrecorded = existing.filter((_live, index) => isUnrecorded(claims[index]));
  const ours = sentAt === undefined ? undefined : proveOwnership(desired, unrecorded, { sentAt }, context);
  if (ours !== undefined) return { live: ours, id: claimOf(desired, ours, context).id, isOurs: true };
  const [live, ...others] = existing;
  const [id = ""] = ids;
  if (desired.definition.shape === "setting" && live !== undefined) return { live, id, isOurs: true };
  if (desired.inputs.adopt !== true) {
    if (others.length === 0 && owners[0] === "mine") throw forcedReplacement(id);
    const doubt = isUnrecorded(claims[0]) ? undefined : "the program has this one already";
    throw existsAlready(ids, interruption(desired, live, sentAt, context, doubt), importCommand(claims));
  }
  if (live === undefined || others.length > 0) {
    throw new ConflictError(
      `\`adopt\` needs exactly one, and there are ${existing.length}: ${ids.join(", ")}; nothing was changed.\n  Delete the ones that are too many.`,
    );
  }
  return { live, id, isOurs: false };
}

const existsAlready = (ids: readonly string[], interrupted: string, imported: string): ConflictError =>
  new ConflictError(
    `it exists already as ${ids.join(", ")}${interrupted}; nothing was made or changed.\n` +
      `  To manage it with this program, set \`adopt: true\` on the resource${imported}.` +
      "\n  To keep both, change what tells them apart." +
      "\n  If it is this resource's own (`up --replace`, `state taint`), it is as declared and nothing has to be replaced;" +
      "\n  `pulumi state untaint` takes a taint away; the option `deleteBeforeReplace: true` makes another one all the same.",
  );

/** Why the create of an interrupted run is not believed to have made it. */
function interruption(
  desired: Desired,
  live: Values | undefined,
  sentAt: number | undefined,
  context: Pick<Context, "connection">,
  known: string | undefined,
): string {
  if (sentAt === undefined || live === undefined) return "";
  const doubt = known ?? doubtOf(desired, live, { sentAt }, context) ?? "there are several";
  return ` (a run of this stack was interrupted when it made one at ${new Date(sentAt).toISOString()}, but ${doubt})`;
}

/** The command that imports the object; only a plugin is told its URN, and only a plugin can import. */
function importCommand([claim, ...others]: readonly Claim[]): string {
  const [, , type, name] = claim?.urn?.split("::") ?? [];
  if (claim === undefined || type === undefined || name === undefined || others.length > 0) return "";
  return `, or run \`pulumi import ${type.split("$").at(-1) ?? type} ${name} ${claim.id}\``;
}

const forcedReplacement = (id: string): ConflictError =>
  new ConflictError(
    `it exists already as ${id}, which is this resource's own; nothing was made or changed.\n` +
      "  With the option `deleteBeforeReplace: true` the old one is deleted before the new one is made.\n" +
      "  After `state taint`, `pulumi state untaint` keeps the old one.",
  );

export const declaredTwice = (id: string): ConflictError =>
  new ConflictError(`another resource of this program has the same one, ${id}.\n  Declare it once.`);

const notRenamedYet = (id: string): ConflictError =>
  new ConflictError(
    `another resource of this program is the same until it is changed, ${id}; nothing was made.\n` +
      "  Let this one depend on that one (`dependsOn`), or run `pulumi up` again when that one is changed.",
  );
