import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { indexOfSecrets, registerProgramSecret } from "../errors";
import { isValues, UNKNOWN, type Values } from "../declare/plainValues";

/**
 * Which parts of a value are secret: all of it, or some members. A list with a secret in it is secret as a whole, as
 * Pulumi has it.
 */
export type Secrets = true | { readonly [member: string]: Secrets } | undefined;

/** Properties as the lifecycle takes them: plain, with one spelling of unknown. */
export interface Received {
  readonly values: Values;
  readonly secrets: Secrets;
  /** The secret texts in them. */
  readonly texts: readonly string[];
}

/** The member that makes a map stand for something else, and what it stands for. Source: pulumi/pulumi, sdk/go/common/resource. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What stands for an unknown text, boolean, number, list, asset, archive, object: other languages' SDKs tell them apart. */
const unknowns: ReadonlySet<unknown> = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Opens a message. Secret texts in it are registered for redaction. */
export function receive(message: Struct | undefined): Received {
  const texts: string[] = [];
  const [values, secrets] = open(message?.toJavaScript() ?? {}, texts);
  return { values: values as Values, secrets, texts };
}

function open(value: unknown, texts: string[]): [plain: unknown, secrets: Secrets] {
  if (unknowns.has(value)) return [UNKNOWN, undefined];
  if (Array.isArray(value)) {
    const opened = value.map((item) => open(item, texts));
    const isSecret = opened.some(([, secrets]) => secrets !== undefined);
    return [opened.map(([plain]) => plain), isSecret ? true : undefined];
  }
  if (!isValues(value)) return [value, undefined];
  if (value[signatureKey] === secretSignature) {
    const [plain] = open(value.value, texts);
    register(plain, texts);
    return [plain, true];
  }
  const opened = Object.entries(value).map(([name, member]) => [name, open(member, texts)] as const);
  const secrets = opened.flatMap(([name, [, inside]]) => (inside === undefined ? [] : [[name, inside]]));
  return [
    Object.fromEntries(opened.map(([name, [plain]]) => [name, plain])),
    secrets.length === 0 ? undefined : (Object.fromEntries(secrets) as Secrets),
  ];
}

function register(value: unknown, texts: string[]): void {
  if (typeof value === "string" && value !== UNKNOWN) {
    registerProgramSecret(value);
    texts.push(value);
  } else if (typeof value === "object" && value !== null) {
    for (const inside of Object.values(value)) register(inside, texts);
  }
}

/**
 * Properties as a message, secret where `secrets` says so; what is undefined is left out.
 * @param texts secret also within other texts: the service makes an Azure resource id of subscription, group and name
 */
export function send(values: Values, secrets?: Secrets, texts: readonly string[] = []): Struct {
  const index = indexOfSecrets(texts);
  const isRepeating = (text: string): boolean => index.isIn(text.toLowerCase());
  const all = texts.length === 0 ? secrets : bothSecrets(secrets, repeating(values, isRepeating));
  return Struct.fromJavaScript(close(values, all) as Parameters<typeof Struct.fromJavaScript>[0]);
}

/** Which parts of a value repeat one of the secret texts, in any case. */
function repeating(value: unknown, isRepeating: (text: string) => boolean): Secrets {
  if (typeof value === "string") return isRepeating(value) ? true : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const inside = Object.entries(value).flatMap(([name, member]) => {
    const found = repeating(member, isRepeating);
    return found === undefined ? [] : [[name, found] as const];
  });
  if (inside.length === 0) return undefined;
  return Array.isArray(value) ? true : Object.fromEntries(inside);
}

function close(value: unknown, secrets: Secrets): unknown {
  if (secrets === true) return { [signatureKey]: secretSignature, value: close(value, undefined) };
  if (Array.isArray(value)) return value.map((item) => close(item ?? null, undefined));
  if (!isValues(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, close(member, secrets?.[name])]));
}

/** What is secret in one of them. */
export function bothSecrets(a: Secrets, b: Secrets): Secrets {
  if (a === true || b === true) return true;
  if (a === undefined || b === undefined) return a ?? b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, bothSecrets(a[name], b[name])]));
}
