import { ManagedIdentityCredential } from "@azure/identity";

/**
 * Makes the library forget managed identities. @azure/msal-node 5.6 keeps the first endpoint it finds, and every token, in
 * static members for the life of the process, whatever the environment says later and however many credentials are made.
 */
export function forgetManagedIdentity(): void {
  const application = member(new ManagedIdentityCredential(), "managedIdentityApp");
  Reflect.set(classOf(application), "nodeStorage", undefined);
  const client = classOf(member(application, "managedIdentityClient"));
  Reflect.set(client, "identitySource", undefined);
  Reflect.set(client, "sourceName", undefined);
}

/** Throws when the library has changed, so that nobody trusts a token of the test before. */
function member(owner: object, name: string): object {
  const value: unknown = Reflect.get(owner, name);
  if (typeof value === "object" && value !== null) return value;
  throw new Error(`@azure/identity has no ${name} any more.`);
}

const classOf = (instance: object): object => instance.constructor;
