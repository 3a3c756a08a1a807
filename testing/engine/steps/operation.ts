import type { Diagnostic } from "../diagnostics";
import type { ProviderRegistry } from "../providers/providerRegistry";
import type { ResourceState } from "../state/resourceState";
import { Snapshot } from "../state/snapshot";

/** The operation, as its steps see it. */
export interface OperationSettings {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly registry: ProviderRegistry;
  /** URNs of resources to replace, whatever their provider answers. */
  readonly replaceTargets: ReadonlySet<string>;
  report(diagnostic: Diagnostic): void;
  /** Reports an error that fails the operation but does not end it, so a preview shows all errors. */
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

  /** The resources at the start of the operation, with those that are pending deletion. */
  base: readonly ResourceState[] = [];
  /** The resources of `base` by URN, without those that are pending deletion. */
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
