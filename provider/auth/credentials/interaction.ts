/** How a credential reaches the person who runs the process. */
export interface Interaction {
  /** Shows a person what to do to sign in. */
  readonly prompt: (message: string) => void;
  /** Whether a person sits in front of it. */
  readonly hasTerminal: () => boolean;
}
