import type { Properties } from "../../../testing/engine/properties/value";
import type { Tenant } from "../../../testing/emulator/tenant/tenant";
import type { Edit } from "./edit";

/** An object of the tenant: its id in the service's words, and its members. */
export interface LiveObject {
  readonly id: string;
  readonly entity: Properties;
}

/**
 * One kind as the model knows it: written down a second time, apart from the provider's own declaration, so that the two
 * can contradict each other.
 */
export interface KindModel {
  /** The usual inputs. */
  readonly usual: Properties;
  /** What a program changes, different values and other spellings of the same. */
  readonly edits: readonly Edit[];
  /** What somebody can change in the tenant, as the service stores it. */
  readonly liveEdits: readonly Edit[];
  /** Edits that make the natural key one that nothing else has. */
  readonly fresh: (count: number) => Edit;
  /** Inputs that a program may keep secret. */
  readonly secretable: readonly string[];
  readonly list: (tenant: Tenant) => LiveObject[];
  /** @param made what the service would say itself */
  readonly add: (tenant: Tenant, inputs: Properties, made: Properties) => void;
  readonly change: (tenant: Tenant, id: string, edit: Edit) => void;
  readonly remove: (tenant: Tenant, id: string) => void;
  /** The member that says when the object was made. */
  readonly created: string;
  /** Who made a live object. */
  readonly creator: (live: Properties) => string;
  /** What the service says of an object that somebody makes at some time. */
  readonly made: (at: string, by: string) => Properties;
  /** What inputs mean to the service, or what a live object says, by path: everything that a program can declare. What is absent on one side only is named in `unmanaged`. */
  readonly meaning: (values: Properties) => Properties;
  /** Members that are left alone unless they are declared. */
  readonly unmanaged: readonly string[];
  /** Members of a live object that no program declares, and no update changes. */
  readonly others: readonly string[];
  /** Members of the meaning that tell one object from another, and that need a new object where they change. */
  readonly key: readonly string[];
  readonly replacing: readonly string[];
}
