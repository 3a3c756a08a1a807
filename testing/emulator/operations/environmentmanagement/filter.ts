import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";

const fields = ["dataverseId", "type", "geo", "state", "environmentGroupId", "domainName"];

/**
 * A test from an OData filter over the published fields: `eq` and `ne`, joined by `and` and `or`, without brackets.
 * Values may be quoted or not, as no source says. Answers the reason as text when it is no such filter.
 */
export function parseFilter(filter: string): ((entity: Entity) => boolean) | string {
  if (filter.trim() === "") return () => true;
  const choices: ((entity: Entity) => boolean)[] = [];
  for (const choice of filter.split(/\s+or\s+/i)) {
    const conditions: ((entity: Entity) => boolean)[] = [];
    for (const text of choice.split(/\s+and\s+/i)) {
      const condition = parseCondition(text);
      if (typeof condition === "string") return condition;
      conditions.push(condition);
    }
    choices.push((entity) => conditions.every((isMet) => isMet(entity)));
  }
  return (entity) => choices.some((isMet) => isMet(entity));
}

function parseCondition(text: string): ((entity: Entity) => boolean) | string {
  const [, name = "", operator = "", quoted, bare] = /^\s*(\w+)\s+(eq|ne)\s+(?:'([^']*)'|(\S+))\s*$/i.exec(text) ?? [];
  const field = fields.find((known) => known.toLowerCase() === name.toLowerCase());
  if (field === undefined) return `$filter is not understood at '${text.trim()}'; fields are ${fields.join(", ")}.`;
  const value = quoted ?? (bare === "null" ? "" : bare);
  const isEqual = (entity: Entity): boolean => isSameId(entity[field] ?? "", value);
  return operator.toLowerCase() === "eq" ? isEqual : (entity) => !isEqual(entity);
}
