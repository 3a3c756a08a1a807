import { setMaxListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { expect } from "chai";

import type { Clock } from "../../../provider/transport/clock";
import { kindCases } from "../../kinds";
import { drivePlugin } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { Emulator } from "../../../testing/emulator";
import { withEmulator } from "./harness";
import type { CallFailure } from "./pluginClient";
import { create, update } from "./wire";

/** A clock whose sleeps last until they are aborted, and which tells of the first one. */
function endlessClock(): { clock: Clock; asleep: Promise<void> } {
  let fall: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => (fall = resolve));
  const clock: Clock = {
    now: () => 0,
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => {
        if (signal !== undefined) setMaxListeners(0, signal);
        signal?.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
        fall();
      }),
  };
  return { clock, asleep };
}

const policy = kindCases.find(({ kind }) => kind === "BillingPolicy")!.inputs;

describe("the plugin's Cancel", () => {
  const harness = withEmulator();

  it("ends a wait for provisioning at once, keeps the object in state, and the next update finishes it", async () => {
    harness.emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    const { clock, asleep } = endlessClock();
    const { client } = await harness.run({ clock });
    const creating = failure<CallFailure>(create(client, "BillingPolicy", policy));
    await asleep;

    await client.call("cancel", new Empty());
    const error = await creating;

    const [only] = harness.emulator.tenant.billingPolicies.list();
    expect(error.initFailure).to.deep.include({ id: only!.id });
    expect(error.initFailure!.properties).to.include({ status: "Provisioning" });
    expect(error.initFailure!.reasons.join())
      .to.include("the run was cancelled")
      .and.include("Run `pulumi up` again to finish it.");
    expect(error.refreshBeforeUpdate).to.equal(true);

    harness.emulator.tenant.billingPolicies.update(only!.id, { status: "Enabled" });
    harness.emulator.clearRequests();
    const { client: next } = await harness.run();
    const { id, properties: outputs } = error.initFailure!;
    const updated = await update(next, "BillingPolicy", { id, outputs }, policy);
    expect(updated.outputs).to.include({ status: "Enabled" });
    expect(harness.emulator.writes).to.deep.equal([]);
  });

  it("ends a wait between attempts with nothing made", async () => {
    harness.emulator.fault({ method: "POST", path: "/**", kind: "status", status: 429, times: "always" });
    const { clock, asleep } = endlessClock();
    const { client } = await harness.run({ clock });
    const creating = failure<CallFailure>(create(client, "EnvironmentGroup", { displayName: "Sales" }));
    await asleep;

    await client.call("cancel", new Empty());

    expect(await creating).not.to.have.property("initFailure");
    expect(harness.emulator.tenant.environmentGroups.list()).to.have.lengthOf(1);
  });

  it("ends a sign-in that hangs where the tenant has to be learnt from it", async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const silent = createServer(() => {
      arrive();
    });
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { client } = await harness.run({
      env: {
        POWER_PLATFORM_TENANT_ID: "contoso.onmicrosoft.com",
        POWER_PLATFORM_CLIENT_ID: "cccccccc-0000-0000-0000-000000000003",
        POWER_PLATFORM_USE_OIDC: "true",
        POWER_PLATFORM_OIDC_REQUEST_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/token`,
        POWER_PLATFORM_OIDC_REQUEST_TOKEN: "planted-request",
      },
    });
    const creating = failure<CallFailure>(create(client, "EnvironmentGroup", { displayName: "Sales" }));
    await arrived;

    await client.call("cancel", new Empty());

    expect((await creating).message).to.include("the run was cancelled");
    silent.closeAllConnections();
    silent.close();
  });

  it("takes the answer of a write that is on the wire", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const held = await Emulator.start({
      clock: {
        now: () => Date.now(),
        sleep: () => {
          if (held.requests.at(-1)?.method !== "POST") return Promise.resolve();
          arrive();
          return released;
        },
      },
    });
    held.configure({ latencyMs: 1 });
    const { client } = await harness.run({ env: held.env() });
    const creating = create(client, "EnvironmentGroup", { displayName: "Sales" });
    await arrived;

    await client.call("cancel", new Empty());
    release();
    const { id } = await creating;

    expect(held.tenant.environmentGroups.get(id)).to.include({ displayName: "Sales" });
    await held.close();
  });

  it("refuses what is asked afterwards", async () => {
    const { client } = await harness.run();
    await client.call("cancel", new Empty());

    const error = await failure(create(client, "EnvironmentGroup", { displayName: "Sales" }));

    expect(error.message).to.include("create failed: the run was cancelled.");
    expect(harness.emulator.requests).to.deep.equal([]);
  });

  it("at the end of a run says nothing of the next one that attaches to the same process", async () => {
    const { client, engine, ...first } = await harness.run();
    const sales = await first.create("EnvironmentGroup", { displayName: "Sales" });
    await client.call("cancel", new Empty());

    const next = await drivePlugin(client, engine);
    await next.create("EnvironmentGroup", { displayName: "Marketing" });
    await next.delete("EnvironmentGroup", sales.id, sales.outputs);

    const names = harness.emulator.tenant.environmentGroups.list().map(({ displayName }) => displayName);
    expect(names).to.include("Marketing").and.not.include("Sales");
  });
});

describe("waits through the plugin", () => {
  const harness = withEmulator();

  it("are told beside the resource, with the seconds since they began", async () => {
    harness.emulator.configure({ provisioning: { billingPolicyCreate: 3 } });
    const { client, engine } = await harness.run();

    await create(client, "BillingPolicy", policy, { name: "payg" });

    expect(engine.said.filter(({ message }) => message.startsWith("waiting"))).to.deep.equal(
      [
        'waiting: status "Provisioning"',
        'waiting: status "Provisioning", 1 s',
        'waiting: status "Provisioning", 3 s',
      ].map((message) => ({
        urn: "urn:pulumi:dev::test::power-platform:index:BillingPolicy::payg",
        message,
        isEphemeral: true,
      })),
    );
  });

  it("last as long as the engine's custom time-out says, unless the resource says so itself", async () => {
    harness.emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    const { client } = await harness.run();

    const custom = await failure(create(client, "BillingPolicy", policy, { timeout: 30 }));
    const own = await failure(
      create(client, "BillingPolicy", { ...policy, name: "other", timeouts: { create: "20s" } }, { timeout: 30 }),
    );

    expect(custom.message).to.include("still settling after 30 s");
    expect(own.message).to.include("still settling after 20 s");
  });
});
