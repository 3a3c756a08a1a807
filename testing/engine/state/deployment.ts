import { fromStateForm, toStateForm } from "../properties/wire";
import type { Properties, Value } from "../properties/value";
import { emptyState, type CustomTimeouts, type ResourceState } from "./resourceState";

/** One resource in a state file. Fields that are empty are left out, as in Pulumi's. */
export interface ResourceV3 {
  urn: string;
  custom: boolean;
  delete?: boolean;
  id?: string;
  type: string;
  inputs?: Properties;
  outputs?: Properties;
  parent?: string;
  protect?: boolean;
  taint?: boolean;
  external?: boolean;
  dependencies?: string[];
  initErrors?: string[];
  provider?: string;
  propertyDependencies?: Record<string, string[] | null>;
  pendingReplacement?: boolean;
  additionalSecretOutputs?: string[];
  aliases?: string[];
  customTimeouts?: CustomTimeouts;
  importID?: string;
  retainOnDelete?: boolean;
  deletedWith?: string;
  created?: string;
  modified?: string;
  ignoreChanges?: string[];
  hideDiff?: string[];
  replaceOnChanges?: string[];
  refreshBeforeUpdate?: boolean;
}

/** A stack's state in the format of `pulumi stack export --show-secrets`, which `pulumi stack import` takes. */
export interface Deployment {
  /** 4 where the state needs a CLI that knows certain `features`. */
  version: 3 | 4;
  features?: string[];
  deployment: {
    manifest: { time: string; magic: string; version: string };
    resources?: ResourceV3[];
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/**
 * Writes resources as a deployment. Other members of the previous one are kept: the CLI accepts secrets only with
 * the `secrets_providers` of its own stack.
 */
export function toDeployment(resources: readonly ResourceState[], now: Date, before?: Deployment): Deployment {
  const manifest = { time: now.toISOString(), magic: "", version: "" };
  const features = [
    ...(resources.some((state) => state.refreshBeforeUpdate) ? ["refreshBeforeUpdate"] : []),
    ...(resources.some((state) => state.taint) ? ["taint"] : []),
  ];
  return {
    version: features.length > 0 ? 4 : 3,
    ...(features.length > 0 ? { features } : {}),
    deployment: { ...before?.deployment, manifest, resources: resources.map(toResource) },
  };
}

/** Reads the resources of a deployment. */
export function fromDeployment(deployment: Deployment): ResourceState[] {
  return (deployment.deployment.resources ?? []).map(fromResource);
}

function toResource(state: ResourceState): ResourceV3 {
  const { importId, ...fields } = state;
  const written = {
    ...fields,
    importID: importId,
    inputs: toStateForm(state.inputs),
    outputs: toStateForm(state.outputs),
  };
  const kept = Object.entries(written).filter(([key, value]) => key === "custom" || !isEmpty(value));
  return Object.fromEntries(kept) as unknown as ResourceV3;
}

function fromResource(resource: ResourceV3): ResourceState {
  const { importID, propertyDependencies = {}, ...fields } = resource;
  const known = emptyState(resource.urn, resource.type);
  return {
    ...known,
    ...structuredClone(fields),
    importId: importID ?? "",
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([key, urns]) => [key, [...(urns ?? [])]]),
    ),
    inputs: fromStateForm(resource.inputs ?? {}) as Properties,
    outputs: fromStateForm(resource.outputs ?? {}) as Properties,
  };
}

function isEmpty(value: Value | CustomTimeouts | undefined): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
