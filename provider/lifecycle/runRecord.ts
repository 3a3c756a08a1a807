import { idOfLive } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import type { Desired, Recorded } from "../remote/located";

/** An object of the tenant, and the resource that asks for it. */
export interface Claim {
  readonly kind: string;
  /** Pulumi's id of the object, in any case. */
  readonly id: string;
  /** The resource, where the adapter is told. */
  readonly urn?: string | undefined;
  /** How the record of the resource came to the object: `adopt`, or when it was adopted through a create intent. */
  readonly adopted?: string | undefined;
}

interface Asking {
  readonly urn?: (() => string | undefined) | undefined;
}

/** The claim of a create to an existing object. */
export const claimOf = ({ definition, inputs }: Desired, live: Values, { urn }: Asking): Claim => ({
  kind: definition.kind,
  id: idOfLive(definition, inputs, live),
  urn: urn?.(),
});

/** The claim of a resource to the object that state records. */
export const recordedClaim = ({ definition, id, outputs }: Recorded, { urn }: Asking): Claim => ({
  kind: definition.kind,
  id,
  urn: urn?.(),
  adopted: outputs.adopt === true ? "adopt" : (outputs.adoptedAt as string | undefined),
});

/** What the resource is about to do with the object; `recover`: a create takes it for what an interrupted run has made. */
export type Intention = "create" | "recover" | "compare" | "delete";

/** Whose an object is, for who asks. */
export type Owner = "free" | "mine" | "another's" | "leaving";

/** What is known of one object. */
interface Known {
  /** Resources that have it, by URN; the empty text where the adapter is not told. */
  readonly holders: Map<string, Holder>;
  isLeaving: boolean;
  isDeleted: boolean;
}

interface Holder {
  /** `state` records it for the resource, the `program` declares it, or a `create` of this run has made or adopted it. */
  by: "state" | "program" | "create";
  adopted?: string | undefined;
}

/**
 * What this process has seen of the program's resources and done for them: one map from object to what is known of it, and
 * one question, `ownerOf`. The first row that holds decides:
 *
 * | what is known of the object                                            | create    | recover   | compare    | delete    |
 * | ---------------------------------------------------------------------- | --------- | --------- | ---------- | --------- |
 * | an update of this run is going to give it another natural key          | leaving   |           |            |           |
 * | a create of this run made or adopted it                                | another's | another's | another's¹ | another's |
 * | the program declares it as another resource                            | another's | another's | another's² | another's |
 * | the program declares it                                                |           | another's |            |           |
 * | the program declares it, and it or who asks has adopted it³            |           |           |            | another's |
 * | state has it for this resource, or the program declares it as this one | mine      | mine      | mine       | mine      |
 * | nothing                                                                | free      | free      | free       | free      |
 *
 * ¹ but for the resource that it was created for, ² where the program declares this resource too, ³ with `adopt`, or the one
 * through a create intent and the other not. State may have an object that was adopted under an old name too, and a dynamic provider
 * is told no names.
 */
export class RunRecord {
  readonly #objects = new Map<string, Known>();
  readonly #declared = new Set<string>();
  readonly #failed = new Set<string>();
  #isProgramRunning = false;

  /** Resources of the program that could not be created or changed, by kind and name. */
  get failed(): ReadonlySet<string> {
    return this.#failed;
  }

  /** Creates or changes a resource, and keeps its name if that fails. */
  async attempt<T>(resource: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      this.#failed.add(resource);
      throw error;
    }
  }

  /** The program has declared something. Comparisons before that are made by a refresh, also of what a destroy deletes. */
  programRuns(urn?: string): void {
    this.#isProgramRunning = true;
    if (urn !== undefined) this.#declared.add(urn);
  }

  /** State has the object for the resource, and it is live. */
  isInState(claim: Claim): void {
    if (claim.urn !== undefined) this.#holder(claim);
  }

  /** The program declares the object, as it is or as an update leaves it. Where no program runs, nothing is declared. */
  isDeclared(claim: Claim, { isLeaving }: { readonly isLeaving: boolean }): void {
    if (isLeaving) this.#known(claim).isLeaving = true;
    if (!this.#isProgramRunning) return;
    const holder = this.#holder(claim);
    if (holder.by === "state") holder.by = "program";
    holder.adopted = claim.adopted;
  }

  /** A create has made or adopted the object. */
  isCreated(claim: Claim): void {
    this.#holder(claim).by = "create";
  }

  /** The update that was going to give it another natural key is done. */
  hasLeft(claim: Claim): void {
    this.#known(claim).isLeaving = false;
  }

  isDeleted(claim: Claim): void {
    this.#known(claim).isDeleted = true;
  }

  /** Whether this run has deleted the object. */
  hasDeleted(claim: Claim): boolean {
    return this.#objects.get(objectOf(claim))?.isDeleted === true;
  }

  ownerOf(claim: Claim, intention: Intention): Owner {
    const known = this.#objects.get(objectOf(claim));
    if (known === undefined) return "free";
    if (known.isLeaving && intention === "create") return "leaving";
    const own = nameOf(claim);
    const isAnothers = [...known.holders].some(([name, holder]) => {
      if (holder.by === "create") return intention !== "compare" || name !== own;
      if (holder.by === "state") return false;
      if (name !== "" && own !== "" && name !== own && this.#isClaimedBy(name, own, intention)) return true;
      return (
        intention === "recover" ||
        (intention === "delete" && (holder.adopted !== claim.adopted || claim.adopted === "adopt"))
      );
    });
    if (isAnothers) return "another's";
    return own !== "" && known.holders.has(own) ? "mine" : "free";
  }

  /** Whether a resource of another name claims the object. A resource that is only in state, under a former name, has no claim. */
  #isClaimedBy(name: string, own: string, intention: Intention): boolean {
    return this.#declared.has(name) && (intention !== "compare" || this.#declared.has(own));
  }

  #holder(claim: Claim): Holder {
    const { holders } = this.#known(claim);
    const holder = holders.get(nameOf(claim)) ?? { by: "state" };
    holders.set(nameOf(claim), holder);
    return holder;
  }

  #known(claim: Claim): Known {
    const object = objectOf(claim);
    const known = this.#objects.get(object) ?? { holders: new Map(), isLeaving: false, isDeleted: false };
    this.#objects.set(object, known);
    return known;
  }
}

const nameOf = ({ urn = "" }: Claim): string => urn;

const objectOf = ({ kind, id }: Claim): string => `${kind} ${id}`.toLowerCase();
