import type { Values } from "../../../../provider/declare/plainValues";
import type { Emulator } from "../../../../testing/emulator";

/** What a test knows of a function. */
export interface FunctionCase {
  readonly name: string;
  readonly args: Values;
  /** Puts what is asked about into the tenant. */
  readonly arrange?: (emulator: Emulator) => void;
  /** The answer, or with a list a part of its only item. */
  readonly gives: Values;
  /** Arguments with which something is asked about that does not exist. */
  readonly missing?: Values;
}
