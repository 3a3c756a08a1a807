import { ProgramResources } from "./programResources";
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
  isReplaced: boolean;
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
  #isProgramRunning = false;
  /** Resources of the program that could not be created or changed, by kind and name. */
  readonly failed = new Set<string>();

  readonly program = new ProgramResources();

  /** Creates or changes a resource, and keeps its name if that fails. */
  async attempt<T>(resource: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      this.failed.add(resource);
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

  /** The program lets a new object take the place of this one. */
  mayBeReplaced(claim: Claim): void {
    this.#known(claim).isReplaced = true;
  }

  /** Whether the program has said so in this run. */
  isReplaced(claim: Claim): boolean {
    return this.#known(claim).isReplaced;
  }

  /** Whether this run has deleted the object. */
  hasDeleted(claim: Claim): boolean {
    return this.#known(claim).isDeleted;
  }

  ownerOf(claim: Claim, intention: Intention): Owner {
    const { holders, isLeaving } = this.#known(claim);
    if (isLeaving && intention === "create") return "leaving";
    const { urn: own = "", adopted } = claim;
    const isAnothers = [...holders].some(([name, holder]) => {
      if (holder.by !== "program") return holder.by === "create" && (intention !== "compare" || name !== own);
      // A resource that is only in state, under a former name, has no claim.
      const isOther = name !== "" && own !== "" && name !== own && this.#declared.has(name);
      if (isOther && (intention !== "compare" || this.#declared.has(own))) return true;
      const isAdopted = holder.adopted !== adopted || adopted === "adopt";
      return intention === "recover" || (intention === "delete" && isAdopted);
    });
    if (isAnothers) return "another's";
    return own !== "" && holders.has(own) ? "mine" : "free";
  }

  #holder(claim: Claim): Holder {
    const { holders } = this.#known(claim);
    const name = claim.urn ?? "";
    const holder = holders.get(name) ?? { by: "state" };
    holders.set(name, holder);
    return holder;
  }

  #known({ kind, id }: Claim): Known {
    const object = `${kind} ${id}`.toLowerCase();
    const unknown = { holders: new Map<string, Holder>(), isLeaving: false, isDeleted: false, isReplaced: false };
    const known = this.#objects.get(object) ?? unknown;
    this.#objects.set(object, known);
    return known;
  }
}
