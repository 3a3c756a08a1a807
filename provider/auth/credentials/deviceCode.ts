import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";
import type { Interaction } from "./interaction";

/** A user who signs in on any device with a code, through an application that allows public client flows. */
export const deviceCodeCredential = (why: string, application: Application, { prompt }: Interaction): Credential =>
  identityCredential(describeApplication(`device code (${why})`, application), () => {
    const { DeviceCodeCredential } = loadIdentity();
    return new DeviceCodeCredential({
      ...entraOptions(application),
      tenantId: application.tenantId.value,
      clientId: application.clientId.value,
      userPromptCallback: ({ message }) => {
        prompt(message);
      },
    });
  });
