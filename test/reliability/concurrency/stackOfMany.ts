import type { Properties, ProviderDriver } from "../../scenarios/driver";
import { type Recorded, StackOfOne } from "../matrix/stackOfOne";

/** What a program declares, by name. */
export type Program = Readonly<Record<string, Properties>>;

/** A stack with many resources of one kind. Its engine works on all of them at once, and deletes what is left over in the end. */
export class StackOfMany {
  private readonly resources = new Map<string, StackOfOne>();

  /** @param refreshes whether an update starts with a refresh */
  constructor(
    private readonly kind: string,
    private readonly refreshes: boolean,
  ) {}

  /** What state holds. */
  get recorded(): readonly Recorded[] {
    return [...this.resources.values()].flatMap(({ recorded, condemned }) => [
      ...(recorded === undefined ? [] : [recorded]),
      ...condemned,
    ]);
  }

  /** `pulumi up`: where something cannot be made or changed, nothing is deleted. Rejects with all that went wrong. */
  async up(provider: ProviderDriver, program: Program): Promise<void> {
    for (const name of Object.keys(program))
      if (!this.resources.has(name)) this.resources.set(name, new StackOfOne(this.kind, this.refreshes));
    await this.all((resource, name) => resource.bring(provider, program[name]));
    await this.all((resource, name) => resource.sweep(provider, program[name]));
  }

  /** `pulumi preview`: the names of the resources that would be changed. */
  async preview(provider: ProviderDriver, program: Program): Promise<string[]> {
    const changed: string[] = [];
    for (const [name, resource] of this.resources) {
      const inputs = program[name];
      if (inputs !== undefined && (await resource.preview(provider, inputs))) changed.push(name);
    }
    return changed;
  }

  private async all(step: (resource: StackOfOne, name: string) => Promise<void>): Promise<void> {
    const ended = await Promise.allSettled([...this.resources].map(([name, resource]) => step(resource, name)));
    const reasons = ended.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
    if (reasons.length > 0) throw new Error(reasons.join("\n"));
  }
}
