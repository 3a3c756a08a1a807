/** The type of the resource that represents the stack itself. */
export const stackType = "pulumi:pulumi:Stack";

const providerPrefix = "pulumi:providers:";

/** Builds a URN: the types of all parents but the stack are part of it. */
export function createUrn(stack: string, project: string, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? "" : qualifiedTypeOf(parent);
  const qualified = parentType === "" || parentType === stackType ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** The type of a resource with the types of its parents, joined by `$`. */
export function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The type of a resource. */
export function typeOf(urn: string): string {
  return qualifiedTypeOf(urn).split("$").at(-1) ?? "";
}

/** The name of a resource; it may hold `::` itself. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The type of a provider for a package. */
export function providerTypeOf(packageName: string): string {
  return providerPrefix + packageName;
}

/** Whether this is the type of a provider. */
export function isProviderType(type: string): boolean {
  return type.startsWith(providerPrefix);
}

/** The package a type belongs to, or, for the type of a provider, the package it provides. */
export function packageOf(type: string): string {
  return isProviderType(type) ? type.slice(providerPrefix.length) : (type.split(":")[0] ?? "");
}

/** Whether the step or state represents the stack itself. */
export function isStack(step: { new?: HasType | undefined; old?: HasType | undefined }): boolean {
  return (step.new ?? step.old)?.type === stackType;
}

interface HasType {
  type: string;
}

/** Whether it is a default provider of the engine. */
export function isDefaultProvider(urn: string): boolean {
  return isProviderType(typeOf(urn)) && /^default(_|$)/.test(nameOf(urn));
}
