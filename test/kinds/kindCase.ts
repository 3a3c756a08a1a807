import type { Kind } from "../../provider/resources";
import type { Emulator, SettingsChange } from "pulumi-power-platform-testing";
import type { Lane } from "../reliability/matrix/lane";
import type { Properties } from "../scenarios/driver";

/** Settings of the emulator with which a wait never ends, and how it ends later all the same. */
export interface Endless {
  readonly settings: SettingsChange;
  readonly end: (lane: Lane) => void;
}

/** A wait that a kind has after a change. */
export interface Wait {
  /** The request that it is made of. */
  readonly target: { readonly operationId: string; readonly nth?: number };
  /** What makes it wait for a look or two. */
  readonly settings: SettingsChange;
  readonly endless: Endless;
}

/** What the tests that hold for every kind need to know of one: everything that is not in its declaration. */
export interface KindCase {
  readonly kind: Kind;
  /** A good program's inputs. */
  readonly inputs: Properties;
  /** Inputs that make one object another than the next. */
  readonly distinct: (number: number) => Properties;
  /** The tenant's objects of this kind. */
  readonly live: (emulator: Emulator) => { readonly id: string; readonly entity: Properties }[];
  /** Makes what its programs need beside what a tenant has from the start. */
  readonly prepare?: (emulator: Emulator) => void;
  /** Makes an object with the same natural key behind the program's back; its id. */
  readonly plant: (emulator: Emulator) => string;
  readonly remove: (emulator: Emulator, id: string) => void;
  /** Where the API has the objects, as people copy it. */
  readonly path: string;
  /** operationIds of the contract. */
  readonly createOperation: string;
  readonly listOperation: string;
  readonly deleteOperation: string;
  /** Absent where the API has no read of a single one. */
  readonly getOperation?: string;
  /** A change that is made in place; absent where everything replaces. */
  readonly change?: {
    readonly inputs: Properties;
    readonly path: string;
    readonly updateOperation: string;
    /** @default PUT */
    readonly method?: "POST";
    /** Which request of that operation changes it, where those before only check. @default 1 */
    readonly nth?: number;
  };
  /** Its list holds one at most. @default false */
  readonly isOnly?: true;
  /** The answer to its create holds no id: it is found in a list, which those that wait share. @default false */
  readonly isAnsweredWithoutId?: true;
  /** operationIds that are asked once for each object: after its create, and to compare it. @default none */
  readonly asksForEach?: { readonly create?: readonly string[]; readonly compare?: readonly string[] };
  /** The service refuses a second one with the same natural key. @default false */
  readonly isUnique?: true;
  /** Changes that need a new object, by path. */
  readonly replacing: Readonly<Record<string, Properties>>;
  /** The same in other spellings. */
  readonly respelled: Properties;
  /** What is waited for after a create and after an update, and a create that is refused for a time. */
  readonly waits?: { readonly create?: Wait; readonly update?: Wait; readonly refused?: Endless };
}
