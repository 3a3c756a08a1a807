export type { Diagnostic, Severity } from "./diagnostics";
export { unknown } from "./properties/markers";
export type { Properties, Value } from "./properties/value";
export { DeploymentError, type OperationKind, type OperationResult, type StepRecord } from "./result";
export type { DetailedDiff, DiffKind, PropertyDiff } from "./properties/propertyDiff";
export type { ImportRequest } from "./importer";
export {
  Stack,
  type OperationOptions,
  type PreviewableOptions,
  type StackOptions,
  type UpdateOptions,
} from "./stack";
export type { Deployment, ResourceV3 } from "./state/deployment";
export type { ResourceState } from "./state/resourceState";
export type { Op } from "./steps/step";
