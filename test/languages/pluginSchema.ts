import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PropertySpec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: PropertySpec;
  readonly oneOf?: readonly PropertySpec[];
  readonly secret?: boolean;
  readonly default?: unknown;
  readonly description?: string;
  readonly willReplaceOnChanges?: boolean;
}

export type Properties = Readonly<Record<string, PropertySpec>>;

/** An object, or an enum where it has `enum`. */
export interface TypeSpec {
  readonly properties?: Properties;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly name?: string; readonly value: string }[];
}

export interface ObjectSpec extends TypeSpec {
  readonly properties: Properties;
}

export interface ResourceSpec extends ObjectSpec {
  readonly description: string;
  readonly inputProperties: Properties;
  readonly requiredInputs: readonly string[];
  readonly aliases: readonly { readonly type: string }[];
}

export interface FunctionSpec {
  readonly description: string;
  readonly inputs: ObjectSpec;
  readonly outputs: ObjectSpec;
}

interface PluginSchema {
  readonly name: string;
  readonly version: string;
  readonly language: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly types: Readonly<Record<string, TypeSpec>>;
  readonly resources: Readonly<Record<string, ResourceSpec>>;
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  readonly config: { readonly variables: Properties };
  readonly provider: { readonly description: string; readonly inputProperties: Properties };
}

const root = join(__dirname, "../../..");

/** The schema that SDKs are generated from, as it is published. */
export const pluginSchema = JSON.parse(readFileSync(join(root, "plugin/schema.json"), "utf8")) as PluginSchema;

/** What a reference names. */
export const typeOf = ({ $ref = "" }: PropertySpec): TypeSpec | undefined =>
  pluginSchema.types[$ref.replace("#/types/", "")];

/** The last part of a token, which is what languages make names of. */
export const nameOf = (token: string): string => token.split(":").at(-1) ?? token;
