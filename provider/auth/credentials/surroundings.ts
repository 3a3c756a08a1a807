/** What credentials need of the process they run in. */
export interface SignInSurroundings {
  /** Shows a person what to do to sign in. */
  readonly prompt: (message: string) => void;
  /** Whether a person sits in front of it. */
  readonly hasTerminal: () => boolean;
}
