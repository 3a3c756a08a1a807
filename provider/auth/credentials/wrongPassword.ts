import { ConfigurationError } from "../../errors";
import type { Setting } from "../resolvedSettings";

/** A certificate that its password does not open, or that has one where none is set. */
export function wrongPassword(what: string, origin: string, password: Setting | undefined): ConfigurationError {
  return new ConfigurationError(
    password === undefined
      ? `The ${what} from ${origin} has a password, and clientCertificatePassword is not set.`
      : `The ${what} from ${origin} cannot be opened with clientCertificatePassword from ${password.origin}.`,
  );
}
