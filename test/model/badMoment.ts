import type { ActiveFault, FaultInput } from "../../testing/emulator/faults/fault";
import type { Step } from "./story";

/** A kill as faults: the nth request is the last that reaches the tenant, or its carrying out the last that the tenant does. */
export const faultsOf = ({ nth, moment }: Extract<Step, { do: "kill" }>): FaultInput[] => [
  { kind: "reset", nth, moment },
  { kind: "reset", nth: nth + 1, times: "always" },
];

/** Whether a create was hit so that nobody knows what came of it. */
export const isAnswerLost = (fault: ActiveFault): boolean =>
  fault.hit > 0 && fault.method === "POST" && !(fault.kind === "status" && fault.status < 500);
