// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { AggregateAuthenticationError, AuthenticationError, CredentialUnavailableError } from "@azure/identity";
import axios, { AxiosError, AxiosHeaders } from "axios";
import { expect } from "chai";

import { asAuthError } from "../../provider/auth/identityError";
import { ConnectionError, explain, HttpError, readServiceError, told } from "../../provider/errors";
import { create } from "../../provider/lifecycle/create";
import { read } from "../../provider/lifecycle/read";
import { createRuntime } from "../../provider/runtime/createRuntime";
import { resources } from "../../provider/resources";
import { asPulumiError } from "../../provider/dynamic/pulumiError";
import { CallError } from "../../provider/plugin/callError";
import { fakeClock } from "../fakeClock";
import { failure } from "../scenarios/scenario";
import { EchoingTenant } from "./echoingTenant";
import { everythingIn, leaksIn } from "./leaks";

describe("errors in a tenant that gives away what it is sent", function () {
  this.timeout(60_000);
  let tenant: EchoingTenant;
  before(async () => (tenant = await EchoingTenant.start()));
  after(() => tenant.close());

  const runtimeWith = (credentials: Record<string, string>) =>
    createRuntime(
      { get: () => undefined },
      {
        env: { ...tenant.env, ...credentials },
        clock: fakeClock(),
        warn: () => Promise.resolve(),
        log: () => undefined,
      },
    );

  /** What the adapter and what its caller get to see. */
  const expectNoLeak = (error: unknown): void => {
    for (const each of [told(error), asPulumiError(error, "text"), CallError.of(error)]) {
      const everything = everythingIn(each);
      expect(leaksIn(everything, tenant.secrets), everything).to.deep.equal([]);
    }
  };

  for (const behaviour of [401, 403, 500, "page", "breaks"] as const) {
    it(`hold no secret, wherever one looks, when the API does this: ${behaviour}`, async () => {
      tenant.api = behaviour;
      const { context } = runtimeWith(tenant.credentialKinds["an access token"]!);

      expectNoLeak(await failure(create(resources.EnvironmentGroup, { displayName: "Sales" }, context)));
      expectNoLeak(await failure(read(resources.RoleAssignment, "/roleAssignments/1", {}, context)));
    });
  }

  for (const kind of [
    "a client secret",
    "a certificate file",
    "a certificate in base64",
    "a PFX file",
    "a federated token file",
    "a federated token",
    "a pipeline",
    "a pipeline that refuses",
    "a user",
  ]) {
    it(`hold no secret when nobody can sign in with ${kind}`, async () => {
      const { context } = runtimeWith(tenant.credentialKinds[kind]!);

      expectNoLeak(await failure(create(resources.EnvironmentGroup, { displayName: "Sales" }, context)));
    });
  }

  it("hold no half of a secret where long words of others are cut", () => {
    const secret = tenant.planted["client secret"]!;
    runtimeWith(tenant.credentialKinds["a client secret"]!);
    const half = { half: secret.slice(0, 12) };

    // The lengths at which words are cut: the secret lies across them.
    for (const length of [600, 3_072, 8_192, 245_760, 262_144]) {
      const words = `AADSTS7000215: ${"x".repeat(length)}`.slice(0, length - 15) + secret;
      for (const error of [
        asAuthError("client secret from X", new Error(words)),
        new HttpError(words, { serviceMessage: readServiceError({ message: words }).message ?? "" }),
        new HttpError("failed", {}, { cause: words }),
        new HttpError("failed", {}, { cause: new Error(words) }),
      ]) {
        expect(leaksIn(everythingIn(told(error)), half), String(length)).to.deep.equal([]);
      }
    }
  });

  describe("made of foreign ones", () => {
    let words: string;
    before(() => {
      for (const kind of Object.values(tenant.credentialKinds)) runtimeWith(kind);
      const whole = Object.entries(tenant.planted).filter(([name]) => name !== "private key");
      words = whole.map(([, secret]) => secret).join(" and ");
    });

    const axiosError = (): AxiosError => {
      const headers = new AxiosHeaders({ authorization: `Bearer ${words}` });
      const config = {
        headers,
        url: "https://x.example",
        data: words,
        auth: { username: "u", password: words },
      };
      const response = {
        status: 401,
        statusText: words,
        data: { error: words },
        headers: { a: words },
        config,
      };
      return new AxiosError(words, "ERR_BAD_REQUEST", config, { _header: words, socket: { secret: words } }, response);
    };

    const identityErrors = (): Readonly<Record<string, Error>> => {
      const body = { error: "invalid_client", error_description: `AADSTS7000215: ${words}` };
      const refused = new AuthenticationError(401, body, { cause: axiosError() });
      return {
        AuthenticationError: refused,
        CredentialUnavailableError: new CredentialUnavailableError(words, { cause: refused }),
        AggregateAuthenticationError: new AggregateAuthenticationError([refused, axiosError()], words),
        "an error with two causes below": new Error(words, { cause: new Error(words, { cause: refused }) }),
      };
    };

    it("hold no secret of axios' errors, however deep", () => {
      expect(axios.isAxiosError(axiosError())).to.equal(true);
      const nested = new Error("outer", { cause: axiosError() });

      for (const cause of [axiosError(), nested]) {
        const error = new ConnectionError(`GET failed: ${words}`, { outcome: "unknown" }, { cause });
        expectNoLeak(error);
        expectNoLeak(explain(error, { resource: `Group "${words}"`, operation: "create", advice: [words] }));
        expectNoLeak(explain(cause, { resource: "Group", operation: "create" }));
      }
    });

    it("hold no secret of @azure/identity's errors, however deep", () => {
      for (const [name, foreign] of Object.entries(identityErrors())) {
        expect(leaksIn(everythingIn(foreign), tenant.planted), name).to.not.deep.equal([]);
        expectNoLeak(asAuthError("client secret from X", foreign));
      }
    });
  });
});
