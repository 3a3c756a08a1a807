import { ConflictError } from "../errors";
import type { Values } from "../declare/plainValues";
import type { Desired } from "../remote/located";
import type { Context } from "./context";
import { doubtOf, proveOwnership } from "./proveOwnership";
import { type Claim, claimOf, type Owner } from "./runRecord";

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
 * @throws ConflictError that names what exists and the ways out; also for one that another resource of the program has
 */
export async function adopt(desired: Desired, existing: readonly Values[], context: Context): Promise<Adopted> {
  const { run } = context;
  const claims = existing.map((live) => claimOf(desired, live, context));
  const ids = claims.map(({ id }) => id);
  const ownedBy = (owner: Owner): string | undefined =>
    claims.find((claim) => run.ownerOf(claim, "create") === owner)?.id;
  const another = ownedBy("another's");
  if (another !== undefined) throw declaredTwice(another);
  const leaving = ownedBy("leaving");
  if (leaving !== undefined) throw notRenamedYet(leaving);
  const [live, ...others] = existing;
  const [id = ""] = ids;
  let interrupted = "";
  const sentAt = await context.intentLog.sentAt(desired.key);
  if (sentAt !== undefined) {
    const isDeclared = claims.map((claim) => run.ownerOf(claim, "recover") !== "free");
    const unrecorded = existing.filter((_live, index) => isDeclared[index] === false);
    const ours = proveOwnership(desired, unrecorded, { sentAt }, context);
    if (ours !== undefined) return { live: ours, id: claimOf(desired, ours, context).id, isOurs: true };
    const known = isDeclared[0] === true ? "the program has this one already" : undefined;
    const doubt = known ?? (live && doubtOf(desired, live, { sentAt }, context)) ?? "there are several";
    const at = new Date(sentAt).toISOString();
    interrupted = ` (a run of this stack was interrupted when it made one at ${at}, but ${doubt})`;
  }
  if (desired.definition.shape === "setting" && live !== undefined) return { live, id, isOurs: true };
  if (live === undefined || desired.inputs.adopt !== true) {
    if (others.length === 0 && ownedBy("mine") !== undefined) throw forcedReplacement(id);
    throw existsAlready(claims, interrupted);
  }
  if (others.length > 0) throw severalToAdopt(ids);
  return { live, id, isOurs: false };
}

const existsAlready = (claims: readonly Claim[], interrupted: string): ConflictError =>
  new ConflictError(
    `it exists already as ${claims.map(({ id }) => id).join(", ")}${interrupted}; nothing was made or changed.\n` +
      `  To manage it with this program, set \`adopt: true\` on the resource${importCommand(claims)}.` +
      "\n  To keep both, change what tells them apart." +
      "\n  If it is this resource's own (`up --replace`, `state taint`), it is as declared and nothing has to be replaced;" +
      "\n  `pulumi state untaint` takes a taint away; the option `deleteBeforeReplace: true` makes another one all the same.",
  );

const severalToAdopt = (ids: readonly string[]): ConflictError =>
  new ConflictError(
    `\`adopt\` needs exactly one, and there are ${ids.length}: ${ids.join(", ")}; nothing was changed.\n  Delete the ones that are too many.`,
  );

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
