import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect } from "chai";
import { Emulator } from "../../../../testing/emulator";
import { serviceConnectionId, startAzurePipelines } from "../../../standIns/azurePipelines";
import type { StandInServer } from "../../../standIns/standIn";
import { application, applicationClaims } from "./application";
import { signIn } from "./signIn";

describe("signing in with an Azure DevOps service connection", () => {
  let emulator: Emulator;
  let devOps: StandInServer;
  before(async () => {
    emulator = await Emulator.start();
    devOps = await startAzurePipelines();
  });
  after(async () => {
    await devOps.stop();
    await emulator.close();
  });
  const job = () => ({
    ...application,
    ...devOps.env,
    POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID: serviceConnectionId,
  });

  it("asks Azure DevOps for a token of the connection", async () => {
    const result = await signIn(emulator, job());

    expect(result).to.deep.include({ statuses: [200, 200, 200] });
    expect(result.claims).to.include(applicationClaims);
    expect(result.identity).to.match(
      /^Azure DevOps service connection .* from POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID, /,
    );
    for (const { method, query } of devOps.requests())
      expect({ method, query }).to.deep.equal({
        method: "POST",
        query: { "api-version": "7.1", serviceConnectionId },
      });
  });

  it("takes the variables of Microsoft's Terraform provider", async () => {
    const { SYSTEM_OIDCREQUESTURI = "", SYSTEM_ACCESSTOKEN = "" } = devOps.env;
    const result = await signIn(emulator, {
      ...application,
      POWER_PLATFORM_USE_OIDC: "true",
      POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID: serviceConnectionId,
      ARM_OIDC_REQUEST_URL: SYSTEM_OIDCREQUESTURI,
      ARM_OIDC_REQUEST_TOKEN: SYSTEM_ACCESSTOKEN,
      // Its documentation has people set these to the system's access token as well.
      POWER_PLATFORM_OIDC_TOKEN: SYSTEM_ACCESSTOKEN,
    });

    expect(result).to.deep.include({ statuses: [200, 200, 200] });
  });

  it("says that the step's token does not suffice when it is sent to a sign-in page", async () => {
    const result = await signIn(emulator, { ...job(), SYSTEM_ACCESSTOKEN: "planted-system-token" });

    expect(result.error).to.contain("the token from SYSTEM_ACCESSTOKEN does not suffice");
    expect(result.output).not.to.contain("planted-system-token");
  });

  for (const status of [200, 203]) {
    it(`says the same where the sign-in page comes with ${status}`, async () => {
      const page = createServer((_request, response) => {
        response.writeHead(status, { "content-type": "text/html" }).end("<html><title>Sign In</title></html>");
      });
      await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
      const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/oidctoken`;

      const result = await signIn(emulator, { ...job(), SYSTEM_OIDCREQUESTURI: url }).finally(() => page.close());

      expect(result.error).to.contain("the token from SYSTEM_ACCESSTOKEN does not suffice");
    });
  }

  for (const name of ["ARM_OIDC_AZURE_SERVICE_CONNECTION_ID", "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID"]) {
    it(`takes the connection from ${name}`, async () => {
      const { SYSTEM_OIDCREQUESTURI = "", SYSTEM_ACCESSTOKEN = "" } = devOps.env;
      const env = { ...application, ARM_USE_OIDC: "true", SYSTEM_OIDCREQUESTURI, SYSTEM_ACCESSTOKEN };

      const result = await signIn(emulator, { ...env, [name]: serviceConnectionId });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.identity).to.contain(`from ${name}`);
    });
  }

  it("passes on that there is no such connection", async () => {
    const result = await signIn(emulator, {
      ...job(),
      POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID: "99999999-0000-4000-8000-000000000009",
    });

    expect(result.error).to.contain("the pipeline gave no token at SYSTEM_OIDCREQUESTURI").and.contain("404");
  });
});
