import type { Emulator, SettingsChange } from "pulumi-power-platform-testing";
import type { Kind } from "../../provider/resources";
import type { Properties } from "../scenarios/driver";

/** A write: operationId of the contract, and body. */
export type Write = readonly [operationId: string, body: unknown];

/** What the tests that hold for every kind of settings need to know of one. */
export interface SettingCase {
  readonly kind: Kind;
  /** A good program's inputs: whose settings, and one of them. */
  readonly inputs: Properties;
  /** The setting that `inputs` declare. */
  readonly declares: string;
  /** Another setting with another value, where the kind has several. */
  readonly another?: Properties;
  /** Settings as the service has them, before the program; they hold other values than `inputs` and `another`. */
  readonly found: Properties;
  /** The settings in these inputs as the service has them. */
  readonly onWire: (inputs: Properties) => Properties;
  /** The write that makes what is declared of what was found, and the one that puts that back. */
  readonly writes: (inputs: Properties) => Write;
  readonly restores: Write;
  /** What the service has now; `undefined` where nothing was ever set. */
  readonly live: (emulator: Emulator) => Properties | undefined;
  /** Sets them behind the program's back; `undefined` takes them away as if nothing had ever been set. */
  readonly set: (emulator: Emulator, settings: Properties | undefined) => void;
  /** Settings of the emulator with which there may be none; absent where there always are some. */
  readonly mayBeUnset?: SettingsChange;
  /** Deletes what they belong to. */
  readonly removeParent: (emulator: Emulator) => void;
  /** operationId of what a comparison reads. */
  readonly readOperation: string;
  /** Changes that need another resource, by path. */
  readonly replacing: Readonly<Record<string, Properties>>;
  /** The same in other spellings. */
  readonly respelled: Properties;
  /** What the service answers and refuses: status and body. */
  readonly refusals: readonly (readonly [status: number, body: Properties])[];
}
