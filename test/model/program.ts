import { definitionOf, type Kind } from "../../provider/resources";
import { pluginToken, typeToken } from "../../provider/resources/typeToken";
import { providerText } from "../../sdk/providerText";
import { secret } from "../../testing/engine/properties/secrets";
import { unknown } from "../../testing/engine/properties/markers";
import type { Properties } from "../../testing/engine/properties/value";
import type { Registration } from "./inProcess/listedProgram";
import type { Adapter } from "./story";

/** A resource of the program. */
export interface Declared {
  readonly name: string;
  readonly kind: Kind;
  readonly inputs: Properties;
  /** The declared group whose id makes the scope, in place of the input. */
  readonly group?: string;
  readonly dependsOn: readonly string[];
  /** Names that it had before, given as aliases. */
  readonly formerNames: readonly string[];
  /** Inputs that are marked secret. */
  readonly secrets: readonly string[];
}

/** The program: what it declares, in its order. */
export type Declarations = readonly Declared[];

/** The program with one resource changed. */
export const withChanged = (program: Declarations, name: string, change: Partial<Declared>): Declarations =>
  program.map((declared) => (declared.name === name ? { ...declared, ...change } : declared));

/** The program with a scope of its own for a role assignment, in place of a declared group. */
export const withoutGroup = (program: Declarations, name: string): Declarations =>
  program.map(({ group, ...declared }) =>
    group === undefined || declared.name === name ? declared : { ...declared, group },
  );

/** The program without a resource, and without what others had of it. */
export function without(program: Declarations, name: string): Declarations {
  return program
    .filter((declared) => declared.name !== name)
    .map(({ group, ...declared }) => ({
      ...declared,
      ...(group === undefined || group === name ? {} : { group }),
      dependsOn: declared.dependsOn.filter((each) => each !== name),
    }));
}

/** The program with another name for a resource, in all that refers to it too. */
export function renamed(program: Declarations, from: string, to: string, hasAlias: boolean): Declarations {
  const rename = (name: string): string => (name === from ? to : name);
  return program.map(({ group, ...declared }) => ({
    ...declared,
    name: rename(declared.name),
    ...(group === undefined ? {} : { group: rename(group) }),
    dependsOn: declared.dependsOn.map(rename),
    formerNames: declared.name !== from ? declared.formerNames : hasAlias ? [...declared.formerNames, from] : [],
  }));
}

/** Whether a resource waits for another, directly or through others. */
export function waitsFor(program: Declarations, name: string, other: string): boolean {
  const declared = program.find((each) => each.name === name);
  const direct = [...(declared?.dependsOn ?? []), declared?.group ?? []].flat();
  return direct.includes(other) || direct.some((each) => waitsFor(program, each, other));
}

/** The program as the SDK's classes register it. */
export const registrationsOf = (program: Declarations, adapter: Adapter): Registration[] =>
  program.map((declared) => registrationOf(declared, adapter));

function registrationOf(declared: Declared, adapter: Adapter): Registration {
  const { name, kind, group, dependsOn, formerNames } = declared;
  const [own, other] = adapter === "dynamic" ? [typeToken, pluginToken] : [pluginToken, typeToken];
  const names = formerNames.flatMap((former) => [{ name: former }, { name: former, type: other(kind) }]);
  return {
    type: own(kind),
    name,
    aliases: [{ type: other(kind) }, ...names],
    dependsOn,
    takesIdOf: group === undefined ? {} : { scope: group },
    additionalSecretOutputs: [...definitionOf(kind).fields, ...definitionOf(kind).outputs]
      .filter((node) => node.secret === true)
      .map((node) => node.name),
    inputs: (idOf) => ({
      ...marked(inputsWith(declared, group === undefined ? undefined : idOf(group)), declared.secrets),
      ...(adapter === "dynamic" ? { __provider: providerText(kind) } : {}),
    }),
  };
}

/** The inputs, the group's id filled in. */
export function inputsWith({ inputs }: Declared, groupId: string | undefined): Properties {
  if (groupId === undefined) return inputs;
  return { ...inputs, scope: groupId === unknown ? unknown : `/environmentGroups/${groupId}` };
}

const marked = (inputs: Properties, secrets: readonly string[]): Properties =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, secrets.includes(name) ? secret(value) : value]),
  );
