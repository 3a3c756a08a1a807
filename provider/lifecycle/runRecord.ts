/** A resource of the program and the object that it has in the tenant. */
export interface Claim {
  readonly kind: string;
  /** Pulumi's id of the object, in any case. */
  readonly id: string;
  /** The resource, where the adapter is told. */
  readonly urn?: string | undefined;
}

/** What this process has seen of the program's resources and done for them: who has what, and what it may be taken for. */
export class RunRecord {
  private isProgramRunning = false;
  private readonly declared = new Set<string>();
  private readonly made = new Map<string, string | undefined>();
  private readonly idsByKey = new Map<string, string>();
  private readonly leaving = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly kept = new Map<string, Set<string | undefined>>();
  private readonly adopted = new Set<string>();
  private readonly deleted = new Set<string>();
  private readonly failed = new Set<string>();

  /** The program has declared something. Comparisons before that are made by a refresh, also of what a destroy deletes. */
  programRuns(urn?: string): void {
    this.isProgramRunning = true;
    if (urn !== undefined) this.declared.add(urn);
  }

  /**
   * A create has made or adopted the object.
   * @param key what is declared, as `createKey` writes it: a list may not show the object yet
   */
  hasMade(holding: Claim, key: string): void {
    this.made.set(objectOf(holding), holding.urn);
    this.idsByKey.set(key, holding.id);
  }

  /** A create has given way to somebody else's. */
  gaveWay(key: string): void {
    this.idsByKey.delete(key);
  }

  /** Whether a create has made or adopted the object. */
  isMade(holding: Claim): boolean {
    return this.made.has(objectOf(holding));
  }

  /** Whether a create has made or adopted the object for another resource. */
  isMadeForAnother(holding: Claim): boolean {
    const object = objectOf(holding);
    return this.made.has(object) && this.made.get(object) !== holding.urn;
  }

  /** The object of a resource in state is live: a refresh or a comparison has seen it. */
  hasSeen(holding: Claim): void {
    if (holding.urn !== undefined) this.seen.add(`${objectOf(holding)} ${holding.urn}`);
  }

  /** Whether the object is that of this very resource, which is to have another in its place. */
  isItsOwn(holding: Claim): boolean {
    return holding.urn !== undefined && this.seen.has(`${objectOf(holding)} ${holding.urn}`);
  }

  /** Whether the program declares another resource that has the object. */
  isOfAnother(holding: Claim): boolean {
    return this.others(holding).length > 0;
  }

  /** Whether the program declares the object as another resource. One that is only in state still, under a former name, is none. */
  isDeclaredAsAnother(holding: Claim): boolean {
    return this.others(holding).some((urn) => urn !== undefined && this.declared.has(urn));
  }

  /** Whether the program declares the object as this resource and as another: state may have both, since an import asks nobody. */
  isDeclaredTwice(holding: Claim): boolean {
    const { urn } = holding;
    return urn !== undefined && this.declared.has(urn) && this.isDeclaredAsAnother(holding);
  }

  /** Id of the object that goes by this key since a create or an update of this run. */
  idOf(key: string): string | undefined {
    return this.idsByKey.get(key);
  }

  /** The program declares the object with another natural key, which an update is going to give it. */
  isAboutToLeave(holding: Claim): void {
    this.leaving.add(objectOf(holding));
  }

  isLeaving(holding: Claim): boolean {
    return this.leaving.has(objectOf(holding));
  }

  /** The update is done. If it has given the object another key, no other goes by that one from now on. */
  hasUpdated(holding: Claim, keyOf: () => string): void {
    if (this.leaving.delete(objectOf(holding))) this.idsByKey.set(keyOf(), holding.id);
  }

  /**
   * The program declares the object as it is, or as an update leaves it.
   * @returns whether it does: where no program runs, nothing is declared
   */
  keeps(holding: Claim, isAdopted: boolean): boolean {
    if (!this.isProgramRunning) return false;
    const object = objectOf(holding);
    this.kept.set(object, new Set(this.kept.get(object)).add(holding.urn));
    if (isAdopted) this.adopted.add(object);
    return true;
  }

  /**
   * Whether the delete of a resource would take its object away from the program. State may hold an object twice: a run has
   * taken it over for a resource of another name, or for a forced replacement, and has ended before the old one was out of
   * the state. The delete of the old one comes in a later run, and must not take the object away from the new one.
   */
  isKept(holding: Claim): boolean {
    return this.isOfAnother(holding) || this.adopted.has(objectOf(holding));
  }

  hasDeleted(holding: Claim): void {
    this.deleted.add(objectOf(holding));
  }

  isDeleted(holding: Claim): boolean {
    return this.deleted.has(objectOf(holding));
  }

  /** Makes or changes an object, and keeps the name of the resource when that fails. */
  async attempt<T>(resource: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      this.failed.add(resource);
      throw error;
    }
  }

  /** Kind and name of what could not be made or changed. */
  get failures(): ReadonlySet<string> {
    return this.failed;
  }

  private others(holding: Claim): readonly (string | undefined)[] {
    return [...(this.kept.get(objectOf(holding)) ?? [])].filter((urn) => urn !== holding.urn);
  }
}

/** The object in words that are the same in each process. */
export const objectOf = ({ kind, id }: Claim): string => `${kind} ${id}`.toLowerCase();
