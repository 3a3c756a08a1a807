/** A fault of the emulator, never of the client: an answer that contradicts the contract, or an exception. */
export interface ContractViolation {
  /** Of the contract; the method and path when the operation was not found yet. */
  operationId: string;
  /** Status that was to be answered; 500 after an exception. */
  status: number;
  problems: string[];
  body: unknown;
}
