import type { Emulator } from "pulumi-power-platform-testing";
import type { Kind } from "../../provider/resources";
import type { Properties } from "../scenarios/driver";

/** What the tests that hold for every kind of settings need to know of one. */
export interface SettingCase {
  readonly kind: Kind;
  /** A good program's inputs: whose settings, and one of them. */
  readonly inputs: Properties;
  /** The setting that `inputs` declare. */
  readonly declares: string;
  /** Another setting with another value. */
  readonly another: Properties;
  /** Settings as the service has them, before the program; they hold other values than `inputs` and `another`. */
  readonly found: Properties;
  /** The service's spelling of a setting. */
  readonly wireName: (name: string) => string;
  /** What the service has now; `undefined` where nothing was ever set. */
  readonly live: (emulator: Emulator) => Properties | undefined;
  /** Sets them behind the program's back; `undefined` takes them away as if nothing had ever been set. */
  readonly set: (emulator: Emulator, settings: Properties | undefined) => void;
  /** Deletes what they belong to. */
  readonly removeParent: (emulator: Emulator) => void;
  /** operationIds of the contract. */
  readonly readOperation: string;
  readonly changeOperation: string;
  /** Changes that need another resource, by path. */
  readonly replacing: Readonly<Record<string, Properties>>;
  /** The same in other spellings. */
  readonly respelled: Properties;
  /** What the service answers 200 and refuses all the same. */
  readonly refusal: Properties;
}
