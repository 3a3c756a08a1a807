import type { Call } from "../../call";
import type { ContractOperation, ContractSchema } from "../../contract";
import { isSameId } from "../../tenant/entity";

/** A setting as the contract describes it. */
export interface Setting {
  /** In the contract's camelCase. */
  name: string;
  type: string | undefined;
}

/** The contract prints camelCase; the wire is PascalCase (recorded). */
export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const settingsInRequest = ({ requestSchema }: ContractOperation): Setting[] => settingsOf(requestSchema);

export function settingsInAnswer({ responses }: ContractOperation): Setting[] {
  const list = responses[200]?.content?.["application/json"]?.schema?.properties?.objectResult;
  return settingsOf((list as { items?: ContractSchema } | undefined)?.items);
}

/**
 * Why the body is not valid. The schema has camelCase names and the wire has PascalCase, so a check against the schema
 * sees nothing: members are found without regard to case.
 */
export function settingProblem(call: Call): string | undefined {
  const known = settingsInRequest(call.operation);
  for (const [name, value] of Object.entries(call.body)) {
    const type = known.find((setting) => isSameId(setting.name, name))?.type;
    if (type !== undefined && value !== null && !isOfType(type, value)) return `${name}: must be ${type}, or null.`;
  }
  return undefined;
}

const settingsOf = (entity: ContractSchema | undefined): Setting[] =>
  Object.entries(entity?.properties ?? {}).map(([name, schema]) => ({
    name,
    type: (schema as { type?: string }).type,
  }));

const isOfType = (type: string, value: unknown): boolean =>
  type === "integer" ? Number.isInteger(value) : typeof value === type;
