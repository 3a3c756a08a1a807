import type { SettingName } from "./settingsTable";

/** A value and where it came from, such as `POWER_PLATFORM_CLIENT_ID` or `power-platform:clientId`. */
export interface Setting {
  readonly value: string;
  readonly origin: string;
  /** Whether it came from the source that wins. */
  readonly isFirst: boolean;
}

export type Given = Readonly<Partial<Record<SettingName, Setting>>>;
