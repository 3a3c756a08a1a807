/** An answer of the emulator that contradicts the contract: always a fault of the emulator, never of the client. */
export interface ContractViolation {
  operationId: string;
  /** Status that was to be answered; 500 when the operation threw. */
  status: number;
  problems: string[];
  body: unknown;
}
