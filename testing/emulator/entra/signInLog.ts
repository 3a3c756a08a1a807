/** One request to Entra, without what proves anything: no secret, assertion, password, code or token. */
export interface SignIn {
  /** Number of the request since the start, from 1. */
  number: number;
  /** ISO time of the emulator's clock. */
  at: string;
  endpoint: SignInEndpoint;
  /** As in the address. */
  tenant: string;
  grantType?: string;
  clientId?: string;
  scope?: string;
  /** How the application proved who it is. */
  proof?: "secret" | "assertion";
  /** User name of a password sign-in. */
  username?: string;
  /** The `claims` parameter as sent. */
  claims?: string;
  status: number;
  /** Number after AADSTS of the refusal. */
  code?: number;
}

export type SignInEndpoint = "token" | "devicecode" | "authorize";

/** What was asked of Entra, oldest first. */
export class SignInLog {
  private entries: SignIn[] = [];
  private count = 0;

  add(entry: Omit<SignIn, "number">): void {
    this.count += 1;
    this.entries.push({ number: this.count, ...entry });
  }

  list(): SignIn[] {
    return structuredClone(this.entries);
  }

  clear(): void {
    this.entries = [];
  }
}

/** The fields of a form that may be noted. */
export function loggedFields(
  form: URLSearchParams,
): Pick<SignIn, "grantType" | "clientId" | "scope" | "proof" | "username" | "claims"> {
  const field = <Name extends string>(name: Name, parameter: string): { [key in Name]?: string } => {
    const value = form.get(parameter);
    return (value === null ? {} : { [name]: value }) as { [key in Name]?: string };
  };
  const proof = form.has("client_secret")
    ? ({ proof: "secret" } as const)
    : form.has("client_assertion")
      ? ({ proof: "assertion" } as const)
      : {};
  return {
    ...field("grantType", "grant_type"),
    ...field("clientId", "client_id"),
    ...field("scope", "scope"),
    ...proof,
    ...field("username", "username"),
    ...field("claims", "claims"),
  };
}
