import type { Setting } from "../resolvedSettings";
import type { Application } from "./application";
import type { Credential } from "./credential";
import { federatedCredential } from "./federated";

/** A federated token that somebody else got. */
export const oidcTokenCredential = (application: Application, token: Setting): Credential =>
  federatedCredential(`federated token from ${token.origin}`, application, () => Promise.resolve(token.value));
