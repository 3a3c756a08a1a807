import type { ValidationResult } from "openapi-backend";

type ValidationError = NonNullable<ValidationResult["errors"]>[number];

export interface ValidationMessage {
  /** Name of the member or parameter that is wrong. */
  field: string;
  message: string;
}

/** Ajv's errors in words that name the member. */
export const describeErrors = (errors: readonly ValidationError[]): ValidationMessage[] => errors.map(describe);

function describe(error: ValidationError): ValidationMessage {
  const at = error.instancePath.split("/").slice(1);
  const [part, ...path] = at;
  const params = error.params as Record<string, unknown>;
  const extra = params.additionalProperty ?? params.missingProperty;
  const field = [...path, ...(typeof extra === "string" ? [extra] : [])].join(".");
  const allowed = Array.isArray(params.allowedValues) ? ` (${params.allowedValues.join(", ")})` : "";
  const subject = part === "query" ? "query parameter " : part === "path" ? "path parameter " : "";
  const name = field === "" ? (part ?? "request body") : field;
  return { field: name, message: `${subject}${name}: ${error.message ?? error.keyword}${allowed}` };
}
