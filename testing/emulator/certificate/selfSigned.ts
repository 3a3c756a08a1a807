import type { KeyObject } from "node:crypto";
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isIP } from "node:net";
import { bitString, boolean, integer, octetString, oid, sequence, set, time, tlv, utf8String } from "./der";

/** PEM texts. */
export interface SelfSigned {
  key: string;
  cert: string;
}

const oneDayMs = 24 * 60 * 60 * 1000;

export interface SelfSignedOptions {
  /** Elliptic curve P-256, because an RSA key takes longer to make than the emulator to start. Entra takes RSA alone. @default "ec" */
  keyType?: "ec" | "rsa";
  /** Negative for one that has expired. @default 30 */
  validDays?: number;
}

/** A self-signed certificate for names and IP addresses, its own authority. (RFC 5280) */
export function selfSigned(
  names: readonly string[],
  { keyType = "ec", validDays = 30 }: SelfSignedOptions = {},
): SelfSigned {
  const { privateKey, publicKey } = keyPair(keyType);
  const algorithm = keyType === "ec" ? ecdsaWithSha256 : rsaWithSha256;
  // A name of its own: of two authorities with one name in a bundle, TLS libraries may only try the first.
  const name = `Power Platform emulator ${randomBytes(4).toString("hex")}`;
  const subject = sequence(set(sequence(oid("2.5.4.3"), utf8String(name))));
  const now = Date.now();
  const content = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    subject,
    sequence(time(now + (Math.min(validDays, 0) - 1) * oneDayMs), time(now + validDays * oneDayMs)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(basicConstraints, subjectAltName(names))),
  );
  const signature = sign("sha256", content, privateKey);
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(sequence(content, algorithm, bitString(signature))),
  };
}

const ecdsaWithSha256 = sequence(oid("1.2.840.10045.4.3.2"));
const rsaWithSha256 = sequence(oid("1.2.840.113549.1.1.11"), tlv(0x05));

const keyPair = (keyType: "ec" | "rsa"): { privateKey: KeyObject; publicKey: KeyObject } =>
  keyType === "ec"
    ? generateKeyPairSync("ec", { namedCurve: "prime256v1" })
    : generateKeyPairSync("rsa", { modulusLength: 2048 });

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));

const basicConstraints = extension("2.5.29.19", true, sequence(boolean(true)));

const subjectAltName = (names: readonly string[]): Buffer =>
  extension(
    "2.5.29.17",
    false,
    sequence(
      ...names.map((name) =>
        isIP(name) === 0 ? tlv(0x82, Buffer.from(name, "ascii")) : tlv(0x87, addressBytes(name)),
      ),
    ),
  );

/** An IP address in network order; URL writes an IPv6 address in its short form, without an IPv4 part. */
function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split(".").map(Number));
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (text = ""): string[] => (text === "" ? [] : text.split(":"));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, "0")).join(""), "hex");
}

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`;
