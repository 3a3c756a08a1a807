import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";
import { bitString, boolean, integer, octetString, oid, sequence, set, time, tlv, utf8String } from "./der";

/** PEM texts. */
export interface SelfSigned {
  key: string;
  cert: string;
}

const oneDayMs = 24 * 60 * 60 * 1000;

/**
 * A self-signed certificate for names and IPv4 addresses, its own authority, valid for 30 days. Elliptic curve P-256,
 * because an RSA key takes longer to make than the emulator to start. (RFC 5280)
 */
export function selfSigned(names: readonly string[]): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const ecdsaWithSha256 = sequence(oid("1.2.840.10045.4.3.2"));
  // A name of its own: of two authorities with one name in a bundle, TLS libraries may only try the first.
  const name = `Power Platform emulator ${randomBytes(4).toString("hex")}`;
  const subject = sequence(set(sequence(oid("2.5.4.3"), utf8String(name))));
  const now = Date.now();
  const content = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    subject,
    sequence(time(now - oneDayMs), time(now + 30 * oneDayMs)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(basicConstraints, subjectAltName(names))),
  );
  const signature = sign("sha256", content, privateKey);
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(sequence(content, ecdsaWithSha256, bitString(signature))),
  };
}

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));

const basicConstraints = extension("2.5.29.19", true, sequence(boolean(true)));

const subjectAltName = (names: readonly string[]): Buffer =>
  extension(
    "2.5.29.17",
    false,
    sequence(
      ...names.map((name) =>
        isIPv4(name)
          ? tlv(0x87, Buffer.from(name.split(".").map(Number)))
          : tlv(0x82, Buffer.from(name, "ascii")),
      ),
    ),
  );

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`;
