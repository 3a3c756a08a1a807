import type { ResolvedSettings } from "../auth";
import { type SettingRow, settingsTable } from "../auth";
import { setInProgramOnly } from "../programEnvironment";

/** What to say where a program has settings that this process lacks; nothing where an argument of the provider wins over them. */
export function programWarning(
  told: unknown,
  env: Readonly<Record<string, string | undefined>>,
  resolved: ResolvedSettings,
): string | undefined {
  const rows: readonly SettingRow[] = settingsTable;
  const names = rows
    .filter(({ name }) => resolved[name as keyof ResolvedSettings]?.source !== "arguments")
    .flatMap(({ env: variables, oidcEnv = [] }) => [...variables, ...oidcEnv]);
  const differing = setInProgramOnly(told, env, names);
  if (differing.length === 0) return undefined;
  return (
    `the program has other settings than the provider: ${differing.join(", ")}. Pulumi starts the provider beside the program, without ` +
    "what the program sets itself (dotenv, process.env), so the update may sign in as somebody else. Set them before Pulumi starts, " +
    "in stack configuration, or as arguments of a Provider."
  );
}
