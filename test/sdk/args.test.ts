import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import type { BillingPolicy, BillingPolicyArgs, IsvContractArgs, RoleAssignmentArgs } from "../../sdk";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only when `A` is exactly `B`. */
const same = <A, B>(_proof: Equals<A, B>): void => undefined;

describe("types of args and outputs", () => {
  it("take values and outputs at every level, optional fields left out or undefined", () => {
    const policy: BillingPolicyArgs = {
      name: pulumi.output("payg"),
      location: "europe",
      status: pulumi.output<"Enabled" | "Disabled">("Enabled"),
      billingInstrument: { subscriptionId: pulumi.output("s"), resourceGroup: "rg" },
      adopt: undefined,
      timeouts: { create: "10m", update: 30 },
    };
    const contract: Pick<IsvContractArgs, "conditions"> = {
      conditions: { apiFilter: { requiredApis: [{ name: pulumi.output("shared_sql") }] } },
    };
    expect([policy, contract]).to.have.lengthOf(2);
  });

  it("refuse what the service does not know", () => {
    // @ts-expect-error ServicePrincipal is no principal type of the service
    const wrong: Pick<RoleAssignmentArgs, "principalType"> = { principalType: "ServicePrincipal" };
    expect(wrong).to.have.property("principalType");
  });

  it("give outputs the types of what is recorded", () => {
    same<BillingPolicy["status"], pulumi.Output<"Enabled" | "Disabled">>(true);
    same<BillingPolicy["tenantId"], pulumi.Output<string>>(true);
    type Instrument = pulumi.Unwrap<BillingPolicy["billingInstrument"]>;
    same<Instrument["id"], string>(true);
    same<Instrument["resourceGroup"], string>(true);
  });
});
