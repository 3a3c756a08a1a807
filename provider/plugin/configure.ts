import { type ConfigureRequest, ConfigureResponse } from "@pulumi/pulumi/proto/provider_pb";

import { readerOf } from "./config";
import type { Session } from "./session";
import { receive } from "./values";

/** Keeps the configuration. An error in it is reported by the first call that needs it, as with the dynamic provider. */
export function configure(request: ConfigureRequest, session: Session): ConfigureResponse {
  const { values } = receive(request.getArgs());
  session.configure(readerOf(values, request.getUrn() ?? ""));
  const response = new ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  return response;
}
