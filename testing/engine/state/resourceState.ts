import type { Properties } from "../properties/value";

/** Timeouts of a resource's operations in seconds. */
export interface CustomTimeouts {
  create?: number;
  update?: number;
  delete?: number;
  read?: number;
}

/** The recorded state of one resource. Steps change it in place, so every operation has its own copy of the state. */
export interface ResourceState {
  urn: string;
  type: string;
  /** Managed by a provider; a component or the stack is not. */
  custom: boolean;
  /** "" for a component; the unknown marker for what a preview would create, where the id is needed. */
  id: string;
  inputs: Properties;
  outputs: Properties;
  parent: string;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  /** A provider reference, or "" for components and providers. */
  provider: string;
  protect: boolean;
  /** Read with `get`: this stack does not manage it and never changes or deletes it. */
  external: boolean;
  /** Replaced, and pending deletion. */
  delete: boolean;
  /** Deleted first for a replacement, and pending recreation. */
  pendingReplacement: boolean;
  taint: boolean;
  initErrors: string[];
  additionalSecretOutputs: string[];
  /** URNs that this resource had before; they are applied and dropped when the state is written. */
  aliases: string[];
  customTimeouts: CustomTimeouts;
  importId: string;
  retainOnDelete: boolean;
  deletedWith: string;
  ignoreChanges: string[];
  replaceOnChanges: string[];
  hideDiff: string[];
  refreshBeforeUpdate: boolean;
  created: string;
  modified: string;
}

/** A state with nothing but its identity. */
export function emptyState(urn: string, type: string): ResourceState {
  return {
    urn,
    type,
    custom: false,
    id: "",
    inputs: {},
    outputs: {},
    parent: "",
    dependencies: [],
    propertyDependencies: {},
    provider: "",
    protect: false,
    external: false,
    delete: false,
    pendingReplacement: false,
    taint: false,
    initErrors: [],
    additionalSecretOutputs: [],
    aliases: [],
    customTimeouts: {},
    importId: "",
    retainOnDelete: false,
    deletedWith: "",
    ignoreChanges: [],
    replaceOnChanges: [],
    hideDiff: [],
    refreshBeforeUpdate: false,
    created: "",
    modified: "",
  };
}
