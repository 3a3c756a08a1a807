import type { Emulator } from "pulumi-power-platform-testing";
import type { Kind } from "../../provider/resources";
import type { Properties } from "../scenarios/driver";

/** What the tests that hold for every link need to know of one. */
export interface LinkCase {
  readonly kind: Kind;
  /** A good program's inputs. */
  readonly inputs: Properties;
  /** The same policy or group with another member; absent where it has one at most. */
  readonly another?: Properties;
  /** Makes the two ends, where the emulator's tenant does not have them from the start. */
  readonly prepare: (emulator: Emulator) => void;
  /** Ids of the links that there are. */
  readonly live: (emulator: Emulator) => readonly string[];
  /** Makes the declared link behind the program's back. */
  readonly plant: (emulator: Emulator) => void;
  readonly remove: (emulator: Emulator) => void;
  /** Deletes what the collection of the link belongs to. */
  readonly removeParent: (emulator: Emulator) => void;
  /** operationIds of the contract. */
  readonly addOperation: string;
  readonly removeOperation: string;
  readonly listOperation: string;
  /** Body of the request that adds it; `undefined` where it has none. */
  readonly added: Properties | undefined;
  /** Changes, each of which needs a new link, by path. */
  readonly replacing: Readonly<Record<string, Properties>>;
  /** The same in other spellings. */
  readonly respelled: Properties;
}
