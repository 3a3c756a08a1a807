/** A resource as a comparison or a delete sees it. */
export interface Keeper {
  /** Kind and id of its object, as `touchedKey` writes them. */
  readonly object: string;
  /** Where the adapter is told. */
  readonly urn: string | undefined;
}

/**
 * What the resources of the running program keep. State may hold an object twice: a run has taken it over for a resource
 * of another name, or for a forced replacement, and has ended before the old one was out of the state. The delete of
 * the old one comes in a later run, and must not take the object away from the new one.
 */
export class Keepers {
  private readonly kept = new Map<string, Set<string | undefined>>();
  private readonly adopted = new Set<string>();
  private isProgramRunning = false;

  /** The program has declared something. Comparisons before that are made by a refresh, also of what a destroy deletes. */
  programRuns(): void {
    this.isProgramRunning = true;
  }

  /** The program declares the object as it is, or as an update leaves it. */
  keep({ object, urn }: Keeper, isAdopted: boolean): void {
    if (!this.isProgramRunning) return;
    this.kept.set(object, new Set(this.kept.get(object)).add(urn));
    if (isAdopted) this.adopted.add(object);
  }

  /** Whether the delete of a resource would take its object away from the program. */
  isKept({ object, urn }: Keeper): boolean {
    const others = [...(this.kept.get(object) ?? [])].filter((other) => other !== urn);
    return others.length > 0 || this.adopted.has(object);
  }
}
