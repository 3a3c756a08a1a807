import { registerSecret } from "../../errors";
import { type PresentedAssertion, presentedBy } from "../entra/presented";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/**
 * An application that trusts somebody else's token (workload identity federation). `getAssertion` is asked for that token
 * once for each sign-in; the library would ask twice.
 */
export function federatedCredential(
  proof: string,
  application: Application,
  getAssertion: () => Promise<string>,
): Credential {
  const { tenantId, clientId } = application;
  let presented: PresentedAssertion | undefined;
  let asked: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const assertion = await getAssertion();
    registerSecret(assertion);
    presented = presentedBy(assertion);
    return assertion;
  };
  const present = (): Promise<string> => (asked ??= ask());
  const credential = identityCredential(describeApplication(proof, application), () => {
    const { ClientAssertionCredential } = loadIdentity();
    return new ClientAssertionCredential(tenantId.value, clientId.value, present, entraOptions(application));
  });
  return {
    ...credential,
    fetch(request) {
      asked = undefined;
      return credential.fetch(request);
    },
    presented: () => presented,
  };
}
