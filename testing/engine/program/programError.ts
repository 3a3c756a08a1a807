/** The program failed. It has reported the reason if it could. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
}
