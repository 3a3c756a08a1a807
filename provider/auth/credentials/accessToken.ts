import { AuthError } from "../../errors";
import type { Setting } from "../resolvedSettings";
import { decodeToken } from "../tokenClaims";
import type { Credential } from "./credential";

/** A token that somebody else got. */
export function accessTokenCredential({ value, origin }: Setting): Credential {
  return {
    identity: `access token from ${origin}`,
    fetch({ isForced, claims }) {
      if (isForced || claims !== undefined) {
        return Promise.reject(
          new AuthError(`The access token from ${origin} was refused and cannot be renewed. Get a new one.`),
        );
      }
      const expiresAtMs = decodeToken(value)?.expiresAtMs;
      return Promise.resolve({ token: value, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) });
    },
  };
}
