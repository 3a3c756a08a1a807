import type { Answer } from "../answer";
import type { Call } from "../call";

/** Carries out one operation at once: changes the tenant and answers. Never asynchronous, so no request sees half a change. */
export type OperationHandler = (call: Call) => Answer;
