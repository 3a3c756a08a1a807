type Values = Readonly<Record<string, unknown>>;

/** An operation as an answer shows it. */
export interface OperationStatus {
  /** The service's word, such as `InProgress`. */
  readonly word: string;
  readonly is: "running" | "succeeded" | "failed";
  readonly id?: string;
}

/** Nothing to do and nothing wrong count as success, for a change and for a check. */
const succeeded: ReadonlySet<string> = new Set(["succeeded", "nooperation", "validationpassed"]);
const failed: ReadonlySet<string> = new Set(["failed", "validationfailed", "canceled", "cancelled"]);

/**
 * Reads both forms: `{operationId, status}` of lifecycle operations and application packages, and `{id, state: {id}}` of
 * group membership. A word that is not known, as the set is open, is one of a running operation: it is never a success.
 * `undefined` for what is no operation.
 */
export function readOperation(body: unknown): OperationStatus | undefined {
  if (!isValues(body)) return undefined;
  const isGroupForm = isValues(body.state);
  const word = isValues(body.state) ? body.state.id : body.status;
  const id = isGroupForm ? body.id : body.operationId;
  if (typeof word !== "string" || word === "") return undefined;
  const folded = word.toLowerCase();
  return {
    word,
    is: succeeded.has(folded) ? "succeeded" : failed.has(folded) ? "failed" : "running",
    ...(typeof id === "string" && id !== "" ? { id } : {}),
  };
}

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
