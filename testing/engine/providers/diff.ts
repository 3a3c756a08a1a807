import { DiffResponse, PropertyDiff as PropertyDiffMessage } from "@pulumi/pulumi/proto/provider_pb";
import type { DetailedDiff, DiffKind } from "../properties/propertyDiff";

/** A provider's answer to Diff or DiffConfig. */
export interface Diff {
  /** Undefined if the engine has to compare. */
  changes: boolean | undefined;
  replaceKeys: string[];
  changedKeys: string[];
  /** Undefined if the provider gives no details. */
  detailedDiff: DetailedDiff | undefined;
  deleteBeforeReplace: boolean;
}

/** Reads the answer to Diff or DiffConfig. */
export function toDiff(answer: DiffResponse): Diff {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const changes = answer.getChanges();
  return {
    changes: changes === DIFF_SOME ? true : changes === DIFF_NONE ? false : undefined,
    replaceKeys: answer.getReplacesList(),
    changedKeys: answer.getDiffsList(),
    detailedDiff: answer.getHasdetaileddiff() ? toDetailedDiff(answer) : undefined,
    deleteBeforeReplace: answer.getDeletebeforereplace(),
  };
}

/** Whether the difference replaces the resource. */
export function isReplacing(diff: Pick<Diff, "replaceKeys" | "detailedDiff">): boolean {
  return (
    diff.replaceKeys.length > 0 || Object.values(diff.detailedDiff ?? {}).some(({ kind }) => kind.endsWith("-replace"))
  );
}

function toDetailedDiff(answer: DiffResponse): DetailedDiff {
  const { Kind } = PropertyDiffMessage;
  const kinds: Partial<Record<PropertyDiffMessage.Kind, DiffKind>> = {
    [Kind.ADD]: "add",
    [Kind.ADD_REPLACE]: "add-replace",
    [Kind.DELETE]: "delete",
    [Kind.DELETE_REPLACE]: "delete-replace",
    [Kind.UPDATE]: "update",
    [Kind.UPDATE_REPLACE]: "update-replace",
  };
  return Object.fromEntries(
    [...answer.getDetaileddiffMap().entries()].map(([path, diff]) => [
      path,
      { kind: kinds[diff.getKind()] ?? "update", inputDiff: diff.getInputdiff() },
    ]),
  );
}
