import { registerSecret } from "../../errors";
import { type PresentedAssertion, presentedBy } from "../entra/presented";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/**
 * An application that trusts somebody else's token (workload identity federation). `getAssertion` is asked for that token
 * each time Entra is.
 */
export function federatedCredential(
  proof: string,
  application: Application,
  getAssertion: () => Promise<string>,
): Credential {
  const { tenantId, clientId } = application;
  let presented: PresentedAssertion | undefined;
  const present = async (): Promise<string> => {
    const assertion = await getAssertion();
    registerSecret(assertion);
    presented = presentedBy(assertion);
    return assertion;
  };
  const credential = identityCredential(describeApplication(proof, application), () => {
    const { ClientAssertionCredential } = loadIdentity();
    return new ClientAssertionCredential(tenantId.value, clientId.value, present, entraOptions(application));
  });
  return { ...credential, presented: () => presented };
}
