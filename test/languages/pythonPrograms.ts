import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

import { isValues, type Values } from "../../provider/declare/plainValues";
import { nameOf, pluginSchema } from "./pluginSchema";
import { schemaProblems, unknown } from "./schemaProblems";

const reader = join(__dirname, "../../../test/languages/calls.py");

/** Whether programs in Python can be read here. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

export interface PythonCall {
  /** Such as `EnvironmentGroup` or `get_environments`. */
  readonly name: string;
  readonly args: unknown;
}

/** What each program calls of the generated SDK; a program that does not parse is an error. */
export function callsOf(files: readonly string[]): Map<string, PythonCall[]> {
  const printed = execFileSync("python3", [reader, "power_platform", ...files], { encoding: "utf8" });
  return new Map(Object.entries(JSON.parse(printed) as Record<string, PythonCall[]>));
}

/** What does not fit the schema: classes, functions, arguments, members of enums. */
export function pythonProblems(calls: readonly PythonCall[]): string[] {
  return calls
    .filter(({ name }) => !name.endsWith("Args"))
    .flatMap(({ name, args }) => {
      const given = Object.entries(schemaValue(args) as Values).filter(([each]) => each !== "opts");
      return schemaProblems(tokenOf(name), Object.fromEntries(given));
    });
}

const tokenOf = (name: string): string =>
  name === "Provider"
    ? `pulumi:providers:${pluginSchema.name}`
    : `${pluginSchema.name}:${camelOf(name.replace(/_output$/, ""))}`;

/** `role_definition_id` as `roleDefinitionId`, `power_apps__copilot_chat` as `powerApps_CopilotChat`. */
const camelOf = (name: string): string =>
  name.replace(/_(_?)([a-z0-9])/g, (_, underscore: string, letter: string) => `${underscore}${letter.toUpperCase()}`);

/** A value of the program as the schema knows it. */
function schemaValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(schemaValue);
  if (!isValues(value)) return value;
  if (value.unknown === true) return unknown;
  if (Array.isArray(value.enum)) return memberOf(...(value.enum as [string, string]));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [camelOf(name), schemaValue(each)]));
}

/** The value behind `PrincipalType.APPLICATION_USER`. */
function memberOf(type: string, member: string): string {
  const [, found] = Object.entries(pluginSchema.types).find(([token]) => nameOf(token) === type) ?? [];
  const constant = (value: string): string =>
    value.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toUpperCase();
  return found?.enum?.find(({ value }) => constant(value) === member)?.value ?? `${type}.${member}`;
}
