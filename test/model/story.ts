import type { Kind } from "../../provider/resources";
import type { FaultInput } from "../../testing/emulator/faults/fault";
import type { SettingsChange } from "../../testing/emulator/settings";

export type Adapter = "dynamic" | "plugin";

/** What happens to one stack and its tenant, as plain data: what a run prints can be pasted into the list of regressions. */
export interface Story {
  /** The adapter that the program begins with. */
  readonly adapter: Adapter;
  /** Steps of the engine at a time. */
  readonly parallel: number;
  /** How the service is today: pages, waits, forms of its answers. */
  readonly tenant: SettingsChange;
  readonly steps: readonly Step[];
}

/** One thing that happens. Numbers choose among what there is, modulo how many there are; with nothing to choose the step is empty. */
export type Step =
  /** The program gets another resource: the usual one of its kind with some edits. `group` makes a declared group its scope. */
  | {
      readonly do: "add";
      readonly kind: Kind;
      readonly edits: readonly number[];
      readonly at: number;
      readonly group?: number;
    }
  | { readonly do: "change"; readonly which: number; readonly edit: number }
  | { readonly do: "remove"; readonly which: number }
  | { readonly do: "rename"; readonly which: number; readonly alias: boolean }
  | { readonly do: "move"; readonly which: number; readonly to: number }
  /** An input is secret from now on, or no more. */
  | { readonly do: "toggleSecret"; readonly which: number; readonly input: number }
  | { readonly do: "adopt"; readonly which: number; readonly on: boolean }
  | { readonly do: "dependOn"; readonly which: number; readonly on: number }
  /** A role assignment gets a declared group as its scope. */
  | { readonly do: "scopeTo"; readonly which: number; readonly group: number }
  /** The program is again as it was when it was last deployed. */
  | { readonly do: "takeBack" }
  /** The other adapter's classes are imported from now on. */
  | { readonly do: "moveOver" }
  | { readonly do: "preview" }
  | { readonly do: "up"; readonly refresh: boolean }
  | { readonly do: "refresh" }
  | { readonly do: "destroy" }
  /** Somebody makes an object in the tenant; with `like` one that is equal to a declared one, with `late` hours after all else; with `sameCaller` as whom the stack runs, too. */
  | {
      readonly do: "somebodyCreates";
      readonly kind: Kind;
      readonly edits: readonly number[];
      readonly like?: number;
      readonly late?: boolean;
      readonly sameCaller?: boolean;
    }
  /** Somebody changes what can be changed in place, of the stack's objects or of others. */
  | { readonly do: "somebodyChanges"; readonly which: number; readonly edit: number }
  | { readonly do: "somebodyDeletes"; readonly which: number }
  /** Somebody puts an environment into a group, or takes it out. */
  | { readonly do: "somebodyFills"; readonly group: number }
  | { readonly do: "somebodyEmpties" }
  /** The next operation meets a fault. */
  | { readonly do: "fault"; readonly fault: FaultInput }
  /** Engine and providers of the next operation are killed at its nth request, before or after the tenant has carried it out. */
  | { readonly do: "kill"; readonly nth: number; readonly moment: "before" | "after" };
