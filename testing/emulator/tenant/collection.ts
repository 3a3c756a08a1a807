import type { Change, Entity } from "./entity";
import { fold, isSameId } from "./entity";

export interface CollectionOptions<T extends Entity> {
  /** Plural name, used in messages and in paths of the control surface. */
  name: string;
  idOf: (entity: T) => string;
  /** Fills what the service itself fills: id, times, author. */
  complete: (entity: Partial<T>) => T;
  /** Called after an object was added or removed, or changed. */
  onChange: (event: "add" | "update" | "remove", id: string) => void;
}

/**
 * The stored objects of one kind. Everything goes in and out as a copy, so a test changes the tenant "behind the
 * client's back" only through `add`, `update` and `remove`. Ids are found without regard to case.
 */
export class Collection<T extends Entity> {
  private items = new Map<string, T>();

  constructor(private readonly options: CollectionOptions<T>) {}

  get name(): string {
    return this.options.name;
  }

  /** Copies of all objects, or of those that match. */
  list(matches: (item: Readonly<T>) => boolean = () => true): T[] {
    return structuredClone([...this.items.values()].filter((item) => matches(item)));
  }

  get(id: string): T | undefined {
    const found = this.items.get(fold(id));
    return found && structuredClone(found);
  }

  has(id: string): boolean {
    return this.items.has(fold(id));
  }

  /** Stores an object; what the service would fill is filled where absent. Throws when the id is taken. */
  add(entity: Partial<T>): T {
    const stored = this.options.complete(structuredClone(entity));
    const id = this.options.idOf(stored);
    if (this.has(id)) throw new Error(`${this.name}: "${id}" exists already.`);
    this.items.set(fold(id), stored);
    this.options.onChange("add", id);
    return structuredClone(stored);
  }

  /** Changes an object in place. Throws when there is none with this id, and when it would get another one. */
  update(id: string, change: Change<T>): T {
    const copy = this.get(id);
    if (copy === undefined) throw new Error(`${this.name}: there is no "${id}".`);
    const changed = typeof change === "function" ? (change(copy) ?? copy) : withMembers(copy, change);
    if (!isSameId(this.options.idOf(changed), id)) throw new Error(`${this.name}: "${id}" keeps its id.`);
    this.items.set(fold(id), structuredClone(changed));
    this.options.onChange("update", id);
    return changed;
  }

  /** True when there was such an object. */
  remove(id: string): boolean {
    if (!this.items.delete(fold(id))) return false;
    this.options.onChange("remove", id);
    return true;
  }

  /** Puts exactly these objects in place of all others, without events: for seeds and state files. */
  load(entities: readonly Partial<T>[]): void {
    const stored = entities.map((entity) => this.options.complete(structuredClone(entity)));
    this.items = new Map(stored.map((item) => [fold(this.options.idOf(item)), item]));
  }
}

function withMembers<T extends Entity>(entity: T, members: { [Member in keyof T]?: T[Member] | undefined }): T {
  const merged: Entity = { ...entity, ...members };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as T;
}
