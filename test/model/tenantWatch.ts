import type { Tenant } from "../../testing/emulator/tenant/tenant";
import { Broken } from "./broken";
import { allLive, kindModels, type KindObject, objectName } from "./kinds";
import { type Recorded } from "./recorded";

/** Knows what in the tenant is not the stack's, and sees to it that the stack leaves it alone. */
export class TenantWatch {
  private foreign = new Map<string, string>();
  private environments = "";
  /** Made by a create whose answer was lost for good. */
  readonly lost = new Set<string>();

  constructor(private readonly tenant: Tenant) {}

  /** Takes what is there as somebody's, but for what the stack owns: somebody has just changed the tenant. */
  learn(owned: readonly Recorded[]): void {
    const ours = new Set(owned.map(objectName));
    this.foreign = new Map(
      allLive(this.tenant)
        .filter((object) => !ours.has(objectName(object)))
        .map((object) => [objectName(object), textOf(object)]),
    );
    this.environments = this.environmentsText();
  }

  /** These objects were handed over to the stack. */
  handOver(objects: readonly KindObject[]): void {
    for (const object of objects) this.forget(objectName(object));
  }

  /**
   * Everything of somebody else's is as it was, and everything else is the stack's.
   * @param mayLose whether a create may have left an object that nobody recorded
   */
  check(owned: readonly Recorded[], mayLose: boolean): void {
    const ours = new Set(owned.map(objectName));
    const live = new Map(allLive(this.tenant).map((object) => [objectName(object), object]));
    for (const [name, before] of this.foreign) {
      if (ours.has(name)) throw new Broken(`${name} is somebody else's, and the stack has taken it`);
      const now = live.get(name);
      if (now === undefined && this.isGoneWithItsGroup(before)) this.forget(name);
      else if (now === undefined) throw new Broken(`${name} is somebody else's, and it is gone: ${before}`);
      else if (textOf(now) !== before)
        throw new Broken(`${name} is somebody else's, and it was changed: ${before} => ${textOf(now)}`);
    }
    for (const [name, object] of live) {
      if (ours.has(name) || this.foreign.has(name)) continue;
      if (!mayLose) throw new Broken(`${name} belongs to nobody: ${textOf(object)}`);
      this.lost.add(name);
      this.foreign.set(name, textOf(object));
    }
    if (this.environmentsText() !== this.environments) throw new Broken("an environment was changed");
  }

  private forget(name: string): void {
    this.foreign.delete(name);
    this.lost.delete(name);
  }

  /** The service removes role assignments together with their group. */
  private isGoneWithItsGroup(text: string): boolean {
    const [, groupId] = /"scope":"[^"]*\/environmentgroups\/([^"]+)"/.exec(text) ?? [];
    return groupId !== undefined && !kindModels.EnvironmentGroup.list(this.tenant).some(({ id }) => id === groupId);
  }

  private environmentsText(): string {
    return JSON.stringify(this.tenant.environments.list());
  }
}

const textOf = ({ entity }: KindObject): string => JSON.stringify(entity);
