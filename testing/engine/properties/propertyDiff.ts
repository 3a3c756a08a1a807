/** The change of a property, and whether it replaces the resource. */
export type DiffKind = "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";

/** A provider's detailed diff of one property. */
export interface PropertyDiff {
  kind: DiffKind;
  /** The old value is an input and not an output. */
  inputDiff: boolean;
}

/** A provider's detailed diff by path, such as `tags.owner` or `rules[0].port`. */
export type DetailedDiff = Readonly<Record<string, PropertyDiff>>;

/** The same change, but one that replaces. */
export function replacing({ kind, inputDiff }: PropertyDiff): PropertyDiff {
  return { kind: kind.endsWith("-replace") ? kind : (`${kind}-replace` as DiffKind), inputDiff };
}

const opposites: Record<DiffKind, DiffKind> = {
  add: "delete",
  "add-replace": "delete-replace",
  delete: "add",
  "delete-replace": "add-replace",
  update: "update",
  "update-replace": "update-replace",
};

/** The inverse. */
export function inverted(diff: DetailedDiff): DetailedDiff {
  return Object.fromEntries(
    Object.entries(diff).map(([path, { kind, inputDiff }]) => [path, { kind: opposites[kind], inputDiff }]),
  );
}
