import { registerSecret } from "../../errors";
import { decodeToken } from "../tokenClaims";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential, type PresentedToken } from "./credential";
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
  let presented: PresentedToken | undefined;
  const present = async (): Promise<string> => {
    const assertion = await getAssertion();
    registerSecret(assertion);
    const { iss, sub, aud } = decodeToken(assertion) ?? {};
    presented = {
      ...(iss === undefined ? {} : { issuer: iss }),
      ...(sub === undefined ? {} : { subject: sub }),
      ...(aud === undefined ? {} : { audience: aud }),
    };
    return assertion;
  };
  const credential = identityCredential(describeApplication(proof, application), () => {
    const { ClientAssertionCredential } = loadIdentity();
    return new ClientAssertionCredential(tenantId.value, clientId.value, present, entraOptions(application));
  });
  return { ...credential, presented: () => presented };
}
