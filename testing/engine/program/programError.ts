/** The program failed; it has told why, where it could. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
}
