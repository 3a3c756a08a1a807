import type { Entity } from "./entity";
import type { Environment } from "./types";

/** What an operation does to the tenant once it has settled. Plain JSON, so that a state file can hold it. */
export type Effect =
  | { change: "none" }
  | { change: "create"; billingPolicyId?: string }
  | { change: "update"; members: Partial<Environment> }
  | { change: "remove" }
  | { change: "recover" };

/** An asynchronous operation on an environment: lifecycle (`family: "lifecycle"`) or group membership. */
export interface Operation extends Entity {
  id: string;
  family: "lifecycle" | "group";
  name: string;
  environmentId: string;
  /** Group of a membership operation: it takes one at a time. */
  groupId?: string;
  /** Looks (reads of the operation or of its environment) until it settles. */
  looksLeft: number;
  /** Whether a read has seen it: until then it is queued. @default false */
  isSeen?: boolean;
  status: "running" | "Succeeded" | "Failed" | "ValidationPassed" | "ValidationFailed" | "NoOperation";
  effect: Effect;
  /** Code of a failure. @default "OperationFailed" */
  errorCode?: string;
  /** What is wrong with which member of the request. */
  errorField?: { name: string; message: string };
  startTime: string;
  endTime?: string;
  requestedBy: { id: string; displayName: string; type: string };
}
