import { inspect } from "node:util";
import { expect } from "chai";
import { type Credential, type TokenRequest, TokenSource } from "../../../provider/auth";
import { AuthError, redact } from "../../../provider/errors";
import { type FakeClock, fakeClock } from "../../fakeClock";
import { failure } from "../transport/failure";
import { jwt, tenantA } from "./tokens";

interface Counting extends Credential {
  readonly requests: TokenRequest[];
}

function credential(clock: FakeClock, lifeMs: number): Counting {
  const requests: TokenRequest[] = [];
  return {
    requests,
    identity: "a test",
    async fetch(request) {
      requests.push(request);
      const number = requests.length;
      await new Promise((resolve) => setImmediate(resolve));
      return {
        token: `token-number-${number}`,
        expiresAtMs: clock.now() + lifeMs,
      };
    },
  };
}

function source(lifeMs = 3_600_000) {
  const clock = fakeClock();
  const counting = credential(clock, lifeMs);
  return { clock, counting, tokens: new TokenSource({ credential: counting, scope: "s/.default", clock }) };
}

describe("TokenSource", () => {
  it("fetches nothing before somebody asks", () => {
    expect(source().counting.requests).to.deep.equal([]);
  });

  it("fetches once for many callers, at the same time and later", async () => {
    const { tokens, counting } = source();

    const all = await Promise.all([1, 2, 3].map(() => tokens.getToken()));

    expect([...all, await tokens.getToken()]).to.deep.equal(Array(4).fill("token-number-1"));
    expect(counting.requests).to.deep.equal([{ scope: "s/.default", isForced: false, enableCae: true }]);
  });

  it("renews five minutes before the end", async () => {
    const { tokens, clock } = source();
    await tokens.getToken();

    clock.advance(3_299_000);
    expect(await tokens.getToken()).to.equal("token-number-1");
    clock.advance(1_000);
    expect(await tokens.getToken()).to.equal("token-number-2");
  });

  it("renews a short-lived token at half of its life", async () => {
    const { tokens, clock } = source(60_000);
    await tokens.getToken();

    clock.advance(29_000);
    expect(await tokens.getToken()).to.equal("token-number-1");
    clock.advance(1_000);
    expect(await tokens.getToken()).to.equal("token-number-2");
  });

  it("renews no token that has no end", async () => {
    const clock = fakeClock();
    const counting = { ...credential(clock, 0), fetch: () => Promise.resolve({ token: "endless" }) };
    const tokens = new TokenSource({ credential: counting, scope: "s", clock });
    await tokens.getToken();

    clock.advance(1e12);

    expect(await tokens.getToken()).to.equal("endless");
  });

  it("goes on with the old token while a renewal fails and it still holds", async () => {
    const { tokens, clock, counting } = source();
    await tokens.getToken();
    counting.fetch = () => Promise.reject(new Error("network down"));

    clock.advance(3_400_000);
    expect(await tokens.getToken()).to.equal("token-number-1");
    clock.advance(200_000);
    expect(await failure(tokens.getToken())).to.be.instanceOf(AuthError);
  });

  it("renews a refused token once for all whom it was refused", async () => {
    const { tokens, counting } = source();
    const rejected = await tokens.getToken();

    const renewed = await Promise.all([1, 2, 3].map(() => tokens.getToken({ rejected })));
    const late = await tokens.getToken({ rejected });

    expect([...renewed, late]).to.deep.equal(Array(4).fill("token-number-2"));
    expect(counting.requests.map(({ isForced }) => isForced)).to.deep.equal([false, true]);
  });

  it("gives nobody the refused token while its renewal is on its way", async () => {
    const { tokens } = source();
    const rejected = await tokens.getToken();

    const [renewed, other] = await Promise.all([tokens.getToken({ rejected }), tokens.getToken()]);

    expect([renewed, other]).to.deep.equal(["token-number-2", "token-number-2"]);
  });

  it("asks for the claims that the service wants", async () => {
    const { tokens, counting } = source();
    const rejected = await tokens.getToken();

    await tokens.getToken({ rejected, claims: "{}" });
    await tokens.getToken({ claims: '{"a":1}' });

    expect(counting.requests.slice(1)).to.deep.equal([
      { scope: "s/.default", isForced: true, enableCae: true, claims: "{}" },
      { scope: "s/.default", isForced: true, enableCae: true, claims: '{"a":1}' },
    ]);
  });

  it("tries again after a failure", async () => {
    const { tokens, counting } = source();
    const fetch = counting.fetch.bind(counting);
    counting.fetch = () => Promise.reject(new Error("network down"));
    const error = await failure(tokens.getToken());

    counting.fetch = fetch;

    expect(error).to.be.instanceOf(AuthError).and.include({ outcome: "neverSent" });
    expect(error.message).to.equal("No token could be had with a test: network down");
    expect(await tokens.getToken()).to.equal("token-number-1");
  });

  it("refuses a token that has expired, and says when", async () => {
    const { tokens } = source(-1_000);

    expect((await failure(tokens.getToken())).message).to.equal(
      "No token could be had with a test: it expired at 2025-12-31T23:59:59.000Z, and this machine's clock says 2026-01-01T00:00:00.000Z.",
    );
  });

  it("tells who the last token was for without a sign-in, also after it was refused", async () => {
    const { tokens, counting } = source();
    expect(tokens.lastClaims).to.equal(undefined);
    const token = jwt({ oid: "o" });
    counting.fetch = () => Promise.resolve({ token });
    await tokens.getToken();
    counting.fetch = () => Promise.reject(new Error("network down"));

    await failure(tokens.getToken({ rejected: token }));

    expect(tokens.lastClaims).to.deep.equal({ oid: "o" });
  });

  it("decodes who the token is for", async () => {
    const clock = fakeClock();
    const token = jwt({
      tid: tenantA,
      oid: "o",
      appid: "a",
      upn: "u",
      idtyp: "user",
      exp: 1_900_000_000,
      scp: "A.Read B.Read",
      aud: "https://api.example.com",
      roles: "planted",
    });
    const tokens = new TokenSource({
      credential: { identity: "a test", fetch: () => Promise.resolve({ token }) },
      scope: "s",
      clock,
    });

    expect(await tokens.claims()).to.deep.equal({
      tid: tenantA,
      oid: "o",
      appid: "a",
      upn: "u",
      idtyp: "user",
      scp: "A.Read B.Read",
      aud: "https://api.example.com",
      expiresAtMs: 1_900_000_000_000,
    });
    expect(tokens.identity).to.equal("a test");
  });

  for (const token of ["opaque", "a.b.c", "..", `x.${Buffer.from("7").toString("base64url")}.y`]) {
    it(`knows nothing of who the token "${token}" is for`, async () => {
      const fetch = (): Promise<{ token: string }> => Promise.resolve({ token });
      const tokens = new TokenSource({
        credential: { identity: "i", fetch },
        scope: "s",
        clock: fakeClock(),
      });

      expect(await tokens.claims()).to.equal(undefined);
    });
  }

  it("shows no token when it is printed, and has it blanked out elsewhere", async () => {
    const { tokens } = source();
    await tokens.getToken();

    expect(inspect(tokens, { depth: 10, showHidden: true })).not.to.contain("token-number");
    expect(redact("got token-number-1")).to.equal("got [redacted]");
  });
});
