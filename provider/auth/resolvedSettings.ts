import type { SettingName } from "./settingsTable";

/** A value and where it came from, such as `POWER_PLATFORM_CLIENT_ID` or `power-platform:clientId`. */
export interface Setting {
  readonly value: string;
  readonly origin: string;
  /** Who sets it: a family of variables (`ARM`), stack configuration, or the arguments of a provider. */
  readonly source: string;
  /** Whether it came from the side that wins: of the environment and the configuration one. */
  readonly isFirst: boolean;
  /** A secret of stack configuration or of a provider's arguments: Pulumi keeps it in state. */
  readonly isRecorded?: boolean;
}

/** Not for people to set: says that a job runs in Azure DevOps. */
export type DetectedName = "tfBuild";

/** Each setting as it counts. */
export type ResolvedSettings = Readonly<Partial<Record<SettingName | DetectedName, Setting>>>;

/** Everything that is set, of each setting what wins by itself first. */
export type Candidates = Readonly<Partial<Record<SettingName | DetectedName, readonly Setting[]>>>;

/** Source of stack configuration. */
export const configurationSource = "configuration";

/** Source of the arguments of an explicit provider. */
export const argumentsSource = "arguments";

/** Whether a switch is on. */
export const isOn = (setting: Setting | undefined): boolean => /^(?:true|1)$/i.test(setting?.value ?? "");

/** Whether a switch is set, and off. */
export const isOff = (setting: Setting | undefined): boolean => setting !== undefined && !isOn(setting);

/** The items of a list: separated by commas or semicolons, or a JSON array as stack configuration holds it. */
export const listOf = (value: string): readonly string[] =>
  value
    .replace(/^\[|\]$/g, "")
    .split(/[,;]/)
    .map((item) => item.trim().replace(/^"|"$/g, ""))
    .filter((item) => item !== "");
