/** The result of one command, which the demo shows and checks. */
export interface Deployed {
  /** What a person reads. */
  readonly text: string;
  /** Warnings beside it. */
  readonly warnings: readonly string[];
}

/** Something that deploys the quickstart: the Pulumi CLI or the in-process engine. */
export interface Deployer {
  readonly name: string;
  preview(): Promise<Deployed>;
  up(): Promise<Deployed>;
  destroy(): Promise<Deployed>;
  close(): Promise<void>;
}
