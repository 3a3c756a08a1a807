import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import fc from "fast-check";
import { keepReadable, redact, registerProgramSecret, registerSecret } from "../../../provider/errors";

const jwt = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJ0aWQiOiJ4In0.c2lnbmF0dXJl-_c2lnbmF0dXJl";
const pem =
  "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQ\n-----END PRIVATE KEY-----";

describe("redact", () => {
  const rows: readonly (readonly [what: string, text: string, planted: string])[] = [
    ["a bearer token", "authorization: Bearer opaque-token-0123456789", "opaque-token-0123456789"],
    ["a bearer token without a header name", "sent Bearer abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop"],
    ["a JSON Web Token", `got ${jwt}, which is odd`, "c2lnbmF0dXJl"],
    ["a token that was cut off", `got ${jwt.slice(0, 30)}`, jwt.slice(3, 30)],
    ["client_secret in a form", "grant_type=x&client_secret=Planted~1&scope=y", "Planted~1"],
    ["client_assertion in a form", "client_assertion=Planted.2&a=b", "Planted.2"],
    ["a password in a form", "username=ada&password=Planted3", "Planted3"],
    ["a password in JSON", '{"password": "Planted 4", "a": 1}', "Planted 4"],
    ["a secret in escaped JSON", '{\\"clientSecret\\":\\"Planted5\\"}', "Planted5"],
    ["a secret in an inspected object", "{ clientSecret: 'Planted6' }", "Planted6"],
    ["a private key", `before ${pem} after`, "MIIEvQIBADANBg"],
    ["a private key without its end", pem.slice(0, 60), "MIIEvQIBADANBg"],
    ["a private key on one line", JSON.stringify({ x: pem }), "MIIEvQIBADANBg"],
    ["a PEM file in base64", `cert ${Buffer.from(pem).toString("base64")}`, "UFJJVkFURSBLRVk"],
    ["a secret as Entra makes them", "value abc8Q~abcdefghijklmnopqrstuvwxyz01234 x", "8Q~abcdefghij"],
    ["a signature of a link", "https://x/y?sig=Planted7&se=2", "Planted7"],
  ];

  for (const [what, text, planted] of rows) {
    it(`blanks out ${what}`, () => {
      const clean = redact(text);

      expect(clean).not.to.contain(planted);
      expect(clean).to.contain("[redacted]");
    });
  }

  it("leaves ordinary text, GUIDs and paths alone", () => {
    const text =
      "POST /licensing/billingPolicies answered 401: clientSecret: is missing. Bearer authentication failed (request id 3f2504e0-4f89-11d3-9a0c-0305e82c3301)";

    expect(redact(text)).to.equal(text);
  });

  it("keeps what surrounds a secret", () => {
    expect(redact("a=1&client_secret=Planted8&scope=y")).to.equal("a=1&client_secret=[redacted]&scope=y");
  });

  it("blanks out registered values in any spelling", () => {
    const secret = 'p"länted/ +value\n9';

    registerSecret(secret);

    const spellings = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64"),
    ];
    for (const spelling of spellings) expect(redact(`<${spelling}>`)).to.equal("<[redacted]>");
  });

  it("does not blank out short or empty registered values", () => {
    registerSecret("");
    registerSecret(" a ");

    expect(redact("a b c")).to.equal("a b c");
  });

  it("blanks out secrets that overlap, and leaves no rest of either", () => {
    registerSecret("over-lap-one");
    registerSecret("lap-one-two-three");

    expect(redact("<over-lap-one-two-three>")).to.equal("<[redacted]>");
  });

  it("blanks out what the program calls secret, a single word only where it stands alone", () => {
    registerProgramSecret("hush-hush");
    registerProgramSecret("Plantword");

    expect(redact("xhush-hushx, Plantword and PlantwordGroup, /Plantword/")).to.equal(
      "x[redacted]x, [redacted] and PlantwordGroup, /[redacted]/",
    );
  });

  it("leaves short words and names of the service readable, though the program calls them secret", () => {
    keepReadable(["ApplicationUser"]);
    for (const word of ["Group", "true", "create", "applicationuser"]) registerProgramSecret(word);

    const text = "Group true create ApplicationUser applicationuser";
    expect(redact(text)).to.equal(text);
  });

  it("leaves its own mask alone, whatever is secret", () => {
    registerSecret("redacted");

    expect(redact("redacted token=x, client_secret=y")).to.equal("redacted token=x, client_secret=[redacted]");
  });

  it("costs the same for each secret, however many there are", async () => {
    const work = async (secrets: number): Promise<number> => {
      const script = join(__dirname, "registrationWork.js");
      const { stdout } = await promisify(execFile)(process.execPath, [script, String(secrets)]);
      return Number(stdout);
    };

    expect((await work(4_000)) / (await work(1_000))).to.be.within(3.5, 4.5);
  });

  it("never throws and is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = redact(text);
        expect(redact(once)).to.equal(once);
      }),
    );
  });

  it("stays quick on long hostile text", () => {
    const started = process.hrtime.bigint();

    for (const unit of [
      "eyJ",
      "-----BEGIN A-----",
      "bearer ",
      "secret=",
      "password: '",
      "authorization: bearer ",
      "aQ~",
    ]) {
      redact(unit.repeat(400_000 / unit.length));
    }

    expect(Number(process.hrtime.bigint() - started) / 1e6).to.be.lessThan(3_000);
  });
});
