import type { pkcs12, pki } from "node-forge";
import { ConfigurationError } from "../../errors";
import type { Setting } from "../resolvedSettings";
import { wrongPassword } from "./wrongPassword";

type Forge = typeof import("node-forge");
type Pfx = pkcs12.Pkcs12Pfx;

/** What the library cannot read (keys other than RSA) it leaves as null; its types do not say so. */
type Bag = Omit<pkcs12.Bag, "cert" | "key"> & {
  readonly cert?: pki.Certificate | null | undefined;
  readonly key?: pki.rsa.PrivateKey | null | undefined;
};

/**
 * The contents of a PFX file (PKCS #12) as PEM: the certificate of the key first, the rest of its chain, then the key.
 * @throws ConfigurationError when it cannot be opened or holds no key.
 */
export function pemOfPfx(content: Buffer, origin: string, password: Setting | undefined): string {
  const forge = loadForge();
  const { oids } = forge.pki;
  const pfx = open(forge, content, origin, password);
  const [key] = [...bagsOf(pfx, oids.pkcs8ShroudedKeyBag), ...bagsOf(pfx, oids.keyBag)];
  if (key === undefined) throw new ConfigurationError(`The PFX file from ${origin} holds no private key.`);
  const id = idOf(key);
  const certificates = bagsOf(pfx, oids.certBag);
  const own = certificates.filter((bag) => id !== undefined && idOf(bag) === id);
  const others = certificates.filter((bag) => !own.includes(bag));
  return [
    ...[...own, ...others].map((bag) => block(forge, "CERTIFICATE", certificateOf(forge, bag))),
    block(forge, "PRIVATE KEY", keyOf(forge, key)),
  ].join("");
}

function open(forge: Forge, content: Buffer, origin: string, password: Setting | undefined): Pfx {
  const { asn1, pkcs12, util } = forge;
  try {
    // Some tools leave bytes behind the end.
    const der = asn1.fromDer(util.createBuffer(content.toString("binary")), {
      parseAllBytes: false,
    } as never);
    const read = (): Pfx => pkcs12.pkcs12FromAsn1(der, true, password?.value ?? "");
    return withUtf8(forge, read, password);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (/password|MAC could not/i.test(said)) throw wrongPassword("PFX file", origin, password);
    throw new ConfigurationError(
      `The PFX file from ${origin} cannot be read: it is damaged, or it is no PFX (PKCS #12) file.`,
      {},
      { cause: error },
    );
  }
}

/**
 * A file of today locks its contents with the password in UTF-8 (PBES2, as OpenSSL 3 does), and signs itself with the same password in
 * UTF-16. The library takes one text for both, and its letters for bytes in the first.
 */
function withUtf8(forge: Forge, read: () => Pfx, password: Setting | undefined): Pfx {
  const isPlain = !/[^\x00-\x7f]/.test(password?.value ?? "");
  if (isPlain) return read();
  const { pkcs5, util } = forge;
  const { pbkdf2 } = pkcs5;
  const inUtf8 = (text: string, ...rest: unknown[]): unknown =>
    (pbkdf2 as (...args: unknown[]) => unknown)(util.encodeUtf8(text), ...rest);
  pkcs5.pbkdf2 = inUtf8 as typeof pbkdf2;
  try {
    return read();
  } finally {
    pkcs5.pbkdf2 = pbkdf2;
  }
}

const bagsOf = (pfx: Pfx, bagType: string | undefined): readonly Bag[] =>
  bagType === undefined ? [] : (pfx.getBags({ bagType })[bagType] ?? []);

/** Tells which certificate belongs to the key. */
function idOf({ attributes }: Bag): string | undefined {
  const ids = (attributes as { readonly localKeyId?: unknown } | undefined)?.localKeyId;
  const id: unknown = Array.isArray(ids) ? ids[0] : undefined;
  return typeof id === "string" ? id : undefined;
}

const certificateOf = ({ pki }: Forge, { cert, asn1 }: Bag) =>
  cert === undefined || cert === null ? asn1 : pki.certificateToAsn1(cert);

const keyOf = ({ pki }: Forge, { key, asn1 }: Bag) =>
  key === undefined || key === null ? asn1 : pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key));

const block = ({ asn1, pem }: Forge, type: string, content: ReturnType<typeof keyOf>): string =>
  pem.encode({ type, body: asn1.toDer(content).getBytes() });

/** On first use: few sign in with a PFX file. */
function loadForge(): Forge {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("node-forge") as Forge;
}
