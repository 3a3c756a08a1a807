import { ConflictError } from "../errors";
import type { Context } from "./context";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { idOfLive } from "../remote/find";

/** An existing object that a create may take over. */
export interface Existing {
  readonly live: Values;
  readonly id: string;
  /** An interrupted run of the same stack made it; else the program asks for it (`adopt`). */
  readonly isOurs: boolean;
}

/** Whether an object with the declared natural key belongs to another resource of the program, which is about to change that. */
export const isLeaving = (
  definition: ResourceDefinition,
  inputs: Values,
  live: Values,
  { run }: Pick<Context, "run">,
): boolean => run.isLeaving({ kind: definition.kind, id: idOfLive(definition, inputs, live) });

/** The machine's clock and the service's may be so far apart; and a create may wait in retries. */
const clockToleranceMs = 2 * 60 * 60 * 1_000;

/**
 * The existing object, where an interrupted run of the same stack made it or the program asks for it.
 * @param existing objects with the declared natural key, at least one
 * @param sentAt when an interrupted run sent the same create
 * @throws ConflictError that names what exists and the ways out; also for one that another resource of the program has
 */
export function existingFor(
  definition: ResourceDefinition,
  inputs: Values,
  existing: readonly Values[],
  sentAt: number | undefined,
  context: Pick<Context, "run" | "urn">,
): Existing {
  const ids = existing.map((live) => idOfLive(definition, inputs, live));
  const [live, ...others] = existing;
  const [id = ""] = ids;
  const holding = { kind: definition.kind, id, urn: context.urn?.() };
  if (context.run.isMade(holding)) throw declaredTwice(id);
  const held = existing.find((each) => isLeaving(definition, inputs, each, context));
  if (held !== undefined) throw notRenamedYet(idOfLive(definition, inputs, held));
  if (context.run.isOfAnother(holding)) throw declaredTwice(id);
  const isOnly = live !== undefined && others.length === 0;
  if (isOnly && sentAt !== undefined && isMadeAt(definition, live, sentAt)) {
    return { live, id, isOurs: true };
  }
  if (inputs.adopt !== true) {
    if (isOnly && context.run.isItsOwn(holding)) throw sameAgain(id);
    throw new ConflictError(
      `it exists already as ${ids.join(", ")}; nothing was made or changed.\n` +
        "  To manage it with this program, also when an interrupted run made it, set `adopt: true` on the resource." +
        "\n  To keep both, change what tells them apart." +
        "\n  If it is this resource's own (`up --replace`, `state taint`), it is as declared and nothing has to be replaced;" +
        "\n  `pulumi state untaint` takes a taint away; the option `deleteBeforeReplace: true` makes another one all the same.",
    );
  }
  if (!isOnly) {
    throw new ConflictError(
      `\`adopt\` needs exactly one, and there are ${existing.length}: ${ids.join(", ")}; nothing was changed.\n  Delete the ones that are too many.`,
    );
  }
  return { live, id, isOurs: false };
}

const sameAgain = (id: string): ConflictError =>
  new ConflictError(
    `it exists already as ${id}, which is this resource's own; nothing was made or changed.\n` +
      "  With the option `deleteBeforeReplace: true` the old one goes before the new one is made.\n" +
      "  After `state taint`, `pulumi state untaint` keeps the old one.",
  );

export const declaredTwice = (id: string): ConflictError =>
  new ConflictError(`another resource of this program has the same one, ${id}.\n  Declare it once.`);

const notRenamedYet = (id: string): ConflictError =>
  new ConflictError(
    `another resource of this program is the same until it is changed, ${id}; nothing was made.\n` +
      "  Let this one depend on that one (`dependsOn`), or run `pulumi up` again when that one is changed.",
  );

/** Whether the service made the object when a create was sent, as far as two clocks can tell. */
export function isMadeAt({ createdAt }: ResourceDefinition, live: Values, sentAt: number): boolean {
  const madeAt = Date.parse(String(live[createdAt]));
  return Math.abs(madeAt - sentAt) <= clockToleranceMs;
}
