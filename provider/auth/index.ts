export { type Cloud, type CloudName, cloudNames, cloudOf } from "./clouds";
export { connect, type Connection } from "./connect";
export type { AccessToken, Credential, TokenRequest } from "./credentials/credential";
export { resolveCredential } from "./resolve";
export type { Given, Setting } from "./given";
export { type LogLevel, readSettings, type Settings, type SettingsSources } from "./settings";
export { type SettingName, type SettingRow, settingsTable } from "./settingsTable";
export type { TokenClaims } from "./tokenClaims";
export { TokenSource } from "./tokenSource";
