import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { expect } from "chai";

import { UNKNOWN } from "../../../provider/declare/plainValues";
import { bothSecrets, receive, send } from "../../../provider/plugin/values";
import { failure } from "../../scenarios/scenario";
import { declared } from "../../kinds";
import { withEmulator } from "./harness";
import { values } from "./pluginClient";
import { create, detailedDiff, read, secret, update } from "./wire";

describe("values on Pulumi's wire", () => {
  const roundTrip = (properties: Record<string, unknown>) => {
    const { values: plain, secrets } = receive(Struct.fromJavaScript(properties as Record<string, never>));
    return { plain, again: values(send(plain, secrets)) };
  };

  it("are opened and closed again, secret where they were", () => {
    const sent = { a: secret("one"), b: { c: secret({ d: 1 }), e: true }, f: [1, null], g: null };

    const { plain, again } = roundTrip(sent);

    expect(plain).to.deep.equal({ a: "one", b: { c: { d: 1 }, e: true }, f: [1, null], g: null });
    expect(again).to.deep.equal(sent);
  });

  it("are never secret within a secret", () => {
    const { plain, again } = roundTrip({ a: secret({ b: secret("one") }) });

    expect(plain).to.deep.equal({ a: { b: "one" } });
    expect(again).to.deep.equal({ a: secret({ b: "one" }) });
  });

  it("make a list with a secret in it a secret", () => {
    const { plain, again } = roundTrip({ a: ["one", secret("two")] });

    expect(plain).to.deep.equal({ a: ["one", "two"] });
    expect(again).to.deep.equal({ a: secret(["one", "two"]) });
  });

  it("have one spelling of unknown, also within a secret", () => {
    const { plain } = roundTrip({
      text: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      flag: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
      list: ["dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
      hidden: secret("3eeb2bf0-c639-47a8-9e75-3b44932eb421"),
    });

    expect(plain).to.deep.equal({ text: UNKNOWN, flag: UNKNOWN, list: [UNKNOWN], hidden: UNKNOWN });
  });

  it("are secret when one of two says so", () => {
    expect(bothSecrets({ a: true, b: { c: true } }, { b: { d: true } })).to.deep.equal({
      a: true,
      b: { c: true, d: true },
    });
    expect(bothSecrets(undefined, { a: true })).to.deep.equal({ a: true });
    expect(bothSecrets({ a: true }, true)).to.equal(true);
  });

  it("leave out what is not there", () => {
    expect(values(send({ a: undefined, b: { c: undefined, d: 1 } }))).to.deep.equal({ b: { d: 1 } });
  });
});

describe("secret inputs through the plugin", () => {
  const harness = withEmulator();
  const inputs = { displayName: "Sales", description: secret("hush-hush") };

  it("are secret also where the service repeats them, as in the Azure resource id of a billing policy", async () => {
    const { client } = await harness.run();
    const billingInstrument = {
      subscriptionId: "11111111-1111-4111-8111-111111111111",
      resourceGroup: secret("Hush-Hush"),
    };
    const policy = { name: "payg", location: "europe", status: "Enabled", billingInstrument };

    const created = await create(client, "BillingPolicy", policy);
    const refreshed = await read(client, "BillingPolicy", created.id, {
      inputs: policy,
      outputs: created.outputs,
    });
    const updated = await update(client, "BillingPolicy", created, { ...policy, status: "Disabled" });

    for (const outputs of [created.outputs, refreshed.outputs, updated.outputs]) {
      expect(outputs.billingInstrument).to.have.property("subscriptionId", billingInstrument.subscriptionId);
      expect(outputs.billingInstrument).to.have.nested.property("id.value").that.includes("Hush-Hush");
    }
  });

  it("are secret outputs after a create, a refresh and an update", async () => {
    const { client } = await harness.run();

    const created = await create(client, "EnvironmentGroup", inputs);
    const refreshed = await read(client, "EnvironmentGroup", created.id, {
      inputs,
      outputs: created.outputs,
    });
    const news = { ...inputs, description: secret("other words") };
    const updated = await update(client, "EnvironmentGroup", created, news);

    expect(created.outputs).to.deep.include(inputs);
    expect(refreshed.outputs).to.deep.include(inputs);
    expect(refreshed.inputs).to.deep.equal(inputs);
    expect(updated.outputs).to.deep.include(news);
  });

  it("are sent to the service as they are", async () => {
    const { client } = await harness.run();

    const { id } = await create(client, "EnvironmentGroup", inputs);

    expect(harness.emulator.tenant.environmentGroups.get(id)).to.include({ description: "hush-hush" });
  });

  it("are blanked out in errors", async () => {
    const { client } = await harness.run();
    const name = secret("top secret name");
    await create(client, "EnvironmentGroup", { displayName: name });

    const error = await failure(create(client, "EnvironmentGroup", { displayName: name }));

    expect(error.message).to.include('EnvironmentGroup "[redacted]"').and.not.include("top secret");
  });

  for (const word of ["Group", "Environment", "EnvironmentGroupNotFound", "NotFound", "Enabled"]) {
    it(`that are an ordinary word (${word}) decide nothing, and leave errors readable`, async () => {
      const plugin = await harness.run();
      const { id, outputs } = await create(plugin.client, "EnvironmentGroup", { displayName: secret(word) });
      harness.emulator.tenant.environmentGroups.remove(id);
      const next = await harness.run();
      await next.check("EnvironmentGroup", {}, { displayName: secret(word) });

      const found = await next.read("EnvironmentGroup", id, outputs);
      await next.delete("EnvironmentGroup", id, outputs);
      const missing = await failure(read(next.client, "EnvironmentGroup", id));

      expect(found.id).to.equal("");
      expect(missing.message).to.include(`EnvironmentGroup ${id}: get failed: not found in tenant`);
    });
  }

  it("that are a name of the service make nothing else secret", async () => {
    const { client } = await harness.run();
    const policy = { ...declared.BillingPolicy, status: secret("Enabled"), name: "Enabled-for-all" };

    const { outputs } = await create(client, "BillingPolicy", policy);

    expect(outputs.status).to.deep.equal(secret("Enabled"));
    expect(outputs.name).to.equal("Enabled-for-all");
  });

  it("are blanked out in what is said about a wrong one", async () => {
    const plugin = await harness.run();
    const wrong = { roleDefinitionId: secret("hush-role"), scope: secret("hush-scope") };
    const assignment = { principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", principalType: "User" };

    const { failures } = await plugin.check("RoleAssignment", {}, { ...assignment, ...wrong });

    expect(failures.map(({ property }) => property)).to.deep.equal(["roleDefinitionId", "scope"]);
    expect(failures.map(({ reason }) => reason).join())
      .to.include('"[redacted]" is not a scope')
      .and.not.include("hush");
  });

  it("are blanked out in warnings of drift", async () => {
    const { client } = await harness.run();
    const { id, outputs } = await create(client, "EnvironmentGroup", inputs);
    harness.emulator.tenant.environmentGroups.update(id, { description: "by hand" });

    const { client: next, warnings } = await harness.run();
    await detailedDiff(next, "EnvironmentGroup", { id, inputs, outputs }, inputs);

    expect(warnings.join()).to.include('"by hand" (live) => "[redacted]" (program)');
  });
});
