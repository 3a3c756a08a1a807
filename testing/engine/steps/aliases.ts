import type { ResourceState } from "../state/resourceState";
import { createUrn, nameOf, qualifiedTypeOf, stackType, typeOf } from "../state/urn";
import type { Alias, Goal } from "./goal";
import type { Operation } from "./operation";

/** Finds what is recorded of the resources that a program registers, under their present URN or an earlier one. */
export class Aliases {
  /** Earlier URNs that are in use, with their present URN. */
  readonly taken = new Map<string, string>();
  private readonly earlier = new Map<string, string>();

  constructor(private readonly operation: Operation) {}

  /** The recorded resource and, if it was found under an earlier URN, that one. */
  find(
    urn: string,
    goal: Pick<Goal, "name" | "type" | "parent">,
    aliases: readonly Alias[],
    seen: ReadonlySet<string>,
  ): { old: ResourceState | undefined; alias: string | undefined } {
    const claimed = this.taken.get(urn);
    if (claimed !== undefined) {
      throw new Error(`Duplicate resource URN '${urn}' conflicting with alias on resource with URN '${claimed}'`);
    }
    const own = this.operation.olds.get(urn);
    if (own) return { old: own, alias: undefined };
    for (const candidate of this.candidates(goal, aliases)) {
      const old = this.operation.olds.get(candidate);
      if (!old || candidate === urn) continue;
      const other = seen.has(candidate) ? candidate : this.taken.get(candidate);
      if (other !== undefined) {
        throw new Error(
          `Duplicate resource alias '${candidate}' applied to resource with URN '${urn}' conflicting with resource with URN '${other}'`,
        );
      }
      this.taken.set(candidate, urn);
      this.earlier.set(urn, candidate);
      return { old, alias: candidate };
    }
    return { old: undefined, alias: undefined };
  }

  private candidates(goal: Pick<Goal, "name" | "type" | "parent">, aliases: readonly Alias[]): Set<string> {
    const own = aliases.map((alias) => this.expand(goal, alias));
    const parentAlias = this.earlier.get(goal.parent);
    if (parentAlias === undefined) return new Set(own);
    const inherited = own.map((urn) => this.inherit(typeOf(urn), nameOf(urn), goal.parent, parentAlias));
    return new Set([...own, this.inherit(goal.type, goal.name, goal.parent, parentAlias), ...inherited]);
  }

  private expand(goal: Pick<Goal, "name" | "type" | "parent">, alias: Alias): string {
    if (alias.urn !== "") return alias.urn;
    const given = alias.parent === "" ? goal.parent : (this.earlier.get(alias.parent) ?? alias.parent);
    const parent = alias.noParent || qualifiedTypeOf(given) === stackType ? "" : given;
    const { project, stack } = this.operation;
    return createUrn(
      alias.stack || stack,
      alias.project || project,
      parent,
      alias.type || goal.type,
      alias.name || goal.name,
    );
  }

  /** If a child's name starts with its parent's name, its earlier name started with the parent's earlier name. */
  private inherit(type: string, name: string, parent: string, parentAlias: string): string {
    const parentName = nameOf(parent);
    const earlierName = name.startsWith(parentName) ? nameOf(parentAlias) + name.slice(parentName.length) : name;
    return createUrn(this.operation.stack, this.operation.project, parentAlias, type, earlierName);
  }
}
