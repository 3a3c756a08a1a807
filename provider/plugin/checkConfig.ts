import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";

import { readSettings, type SettingsSources } from "../auth/settings";
import { settingsTable } from "../auth/settingsTable";
import { ConfigurationError } from "../errors";
import type { CheckFailure } from "../declare/check";
import type { Values } from "../declare/plainValues";
import { checked } from "./checked";
import { isExplicitProvider, readerOf, settingsOf } from "./config";
import type { Session } from "./session";
import { bothSecrets, receive, type Secrets, send } from "./values";

/** Keys that Pulumi itself puts among the arguments of a provider. */
const pulumiKeys = /^(version|pluginDownloadURL|parameterization|__.*)$/;

/** Secret whether or not the program or the stack says so. */
const secretSettings: Secrets = Object.fromEntries(
  settingsTable.filter((row) => "secret" in row).map(({ name }) => [name, true]),
);

/**
 * Says what is wrong with each setting. Whether they suffice to sign in is said by the first call that needs it: what is
 * missing may come from the environment.
 */
export function checkConfig(request: CheckRequest, { env }: Session): CheckResponse {
  const { values, secrets } = receive(request.getNews());
  const isExplicit = isExplicitProvider(request.getUrn());
  const failures = [
    ...(isExplicit ? unknownArguments(values) : []),
    ...invalid({ env, config: readerOf(settingsOf(values), isExplicit) }),
  ];
  return checked(send(values, bothSecrets(secrets, secretSettings)), failures);
}

function invalid(sources: SettingsSources): CheckFailure[] {
  try {
    readSettings(sources);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [{ property: "", reason: error.message }];
  }
}

/** Stack configuration may hold keys of a project that is named as we are; a program's arguments are meant for us. */
function unknownArguments(args: Values): CheckFailure[] {
  const names = settingsTable.map(({ name }): string => name);
  const strange = Object.keys(args).filter((key) => !names.includes(key) && !pulumiKeys.test(key));
  return strange.map((property) => {
    const similar = names.find((name) => name.toLowerCase() === property.toLowerCase());
    const advice = similar === undefined ? `known are ${names.join(", ")}` : `write ${similar}`;
    return { property, reason: `is not an argument of the provider: ${advice}` };
  });
}
