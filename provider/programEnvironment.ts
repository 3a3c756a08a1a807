import { createHash } from "node:crypto";

/** The input by which a program tells, in a preview, which settings its own environment holds. It reaches no state. */
export const environmentKey = "__environment";

type Environment = Readonly<Record<string, string | undefined>>;

const families = /^(?:POWER_PLATFORM|ARM|AZURE)_/;

/** Of these a program tells only that they are set. */
const mayBeSecret = /SECRET|PASSWORD|TOKEN|CERTIFICATE|KEY|CONNECTION_STRING/;

/** The settings of a program's environment by name, without a value that could be read. */
export const environmentOf = (env: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const isSet = value !== undefined && value.trim() !== "";
      return isSet && families.test(name) ? [[name, markOf(name, value)]] : [];
    }),
  );

const markOf = (name: string, value: string): string =>
  mayBeSecret.test(name) ? "set" : createHash("sha256").update(`${name}=${value}`).digest("hex").slice(0, 8);

/** Which of some variables a program has set, and this process has not, or otherwise. */
export function setInProgramOnly(told: unknown, env: Environment, names: readonly string[]): readonly string[] {
  if (typeof told !== "object" || told === null) return [];
  const own = environmentOf(env);
  const ofProgram = told as Readonly<Record<string, unknown>>;
  return names.filter((name) => ofProgram[name] !== undefined && ofProgram[name] !== own[name]);
}

/** Inputs without what a program tells of its environment, and that. */
export function splitEnvironment(inputs: Readonly<Record<string, unknown>>): {
  readonly told: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const { [environmentKey]: told, ...rest } = inputs;
  return { told, rest };
}
