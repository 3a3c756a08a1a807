import { governanceCases } from "./governance";
import { licensingCases } from "./licensing";
import { environmentManagementCases } from "./environmentManagement";
import type { FunctionCase } from "./functionCase";

/** A case a function, by namespace. */
export const functionCases: readonly FunctionCase[] = [
  ...environmentManagementCases,
  ...governanceCases,
  ...licensingCases,
];
