import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { readSettings, type SettingsSources } from "../auth/settings";
import { settingsTable } from "../auth/settingsTable";
import { unknownKeys } from "../auth/unknownKeys";
import { ConfigurationError, type Failure } from "../errors";
import { checked } from "./checked";
import { isExplicitProvider, readerOf } from "./config";
import type { Session } from "./session";
import { bothSecrets, receive, type Secrets, send } from "./values";

/** Always secret, whatever the program or the stack says. */
const secretSettings: Secrets = Object.fromEntries(
  settingsTable.filter((row) => "secret" in row).map(({ name }) => [name, true]),
);

/**
 * Reports each wrong setting. A missing setting is reported by the first call that signs in, because it may come from the
 * environment.
 */
export function checkConfig(request: CheckRequest, { env }: Session): CheckResponse {
  const { values, secrets } = receive(request.getNews());
  const config = readerOf(values, request.getUrn());
  const unknown = unknownKeys(config, isExplicitProvider(values, request.getUrn()));
  // An unknown key is reported with its own property.
  const failures = [...unknown, ...invalid({ env, config: { ...config, keys: () => [] } })];
  return checked(send(values, bothSecrets(secrets, secretSettings)), failures);
}

function invalid(sources: SettingsSources): Failure[] {
  try {
    readSettings(sources);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [{ property: "", reason: error.message }];
  }
}
