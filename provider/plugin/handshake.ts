import { type ProviderHandshakeRequest, ProviderHandshakeResponse } from "@pulumi/pulumi/proto/provider_pb";

import type { Session } from "./session";

/** The plugin accepts secrets. References to resources and outputs come as plain values. */
export function handshake(request: ProviderHandshakeRequest, session: Session): ProviderHandshakeResponse {
  session.attach(request.getEngineAddress());
  const response = new ProviderHandshakeResponse();
  response.setAcceptSecrets(true);
  return response;
}
