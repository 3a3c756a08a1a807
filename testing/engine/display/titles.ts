import type { OperationKind } from "../result";

const titles: Record<OperationKind, [doing: string, previewing: string]> = {
  preview: ["Previewing update", "Previewing update"],
  up: ["Updating", "Previewing update"],
  refresh: ["Refreshing", "Previewing refresh"],
  destroy: ["Destroying", "Previewing destroy"],
  import: ["Importing", "Previewing import"],
};

/** The Pulumi CLI's title for an operation. */
export function titleOf(operation: OperationKind, preview: boolean): string {
  return titles[operation][preview ? 1 : 0];
}
