import type { Diagnostic } from "../diagnostics";
import type { ProviderRegistry } from "../providers/providerRegistry";
import type { ResourceState } from "../state/resourceState";
import { Snapshot } from "../state/snapshot";

/** What an operation is, for its steps. */
export interface OperationSettings {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly registry: ProviderRegistry;
  /** URNs of resources that are to be replaced whatever their provider says. */
  readonly replaceTargets: ReadonlySet<string>;
  report(diagnostic: Diagnostic): void;
  /** Takes an error that fails the operation but does not end it, so that a preview shows all that is wrong. */
  flag(error: Error): void;
}

/** What the steps of one operation share. */
export class Operation {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly registry: ProviderRegistry;
  readonly replaceTargets: ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly flag: (error: Error) => void;
  /** The providers that the program has registered, by URN. */
  readonly providers = new Map<string, ResourceState>();
  /** URNs of everything this operation deletes. */
  readonly deletes = new Set<string>();

  /** The resources the operation starts from; those that only wait for their deletion are among them. */
  base: readonly ResourceState[] = [];
  /** The resources of `base` by URN, without those that wait for their deletion. */
  olds: ReadonlyMap<string, ResourceState> = new Map();
  snapshot = new Snapshot([]);

  constructor(settings: OperationSettings, base: readonly ResourceState[]) {
    this.project = settings.project;
    this.stack = settings.stack;
    this.preview = settings.preview;
    this.registry = settings.registry;
    this.replaceTargets = settings.replaceTargets;
    this.report = (diagnostic) => {
      settings.report(diagnostic);
    };
    this.flag = (error) => {
      settings.flag(error);
    };
    this.rebase(base);
  }

  /** Starts from other resources, such as a refresh has found. */
  rebase(base: readonly ResourceState[]): void {
    this.base = base;
    this.olds = new Map(base.filter((state) => !state.delete).map((state) => [state.urn, state]));
    this.snapshot = new Snapshot(base);
  }
}
