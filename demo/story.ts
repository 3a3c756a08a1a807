import { isDeepStrictEqual } from "node:util";

import type { Emulator } from "pulumi-power-platform-testing";
import type { Deployed, Deployer } from "./deployer";

/** The steps of the demo. Each step names its action, shows Pulumi's output and checks it. */
export class Story {
  private number = 0;

  constructor(
    private readonly emulator: Emulator,
    private readonly deployer: Deployer,
    /** Takes the lines of the story. */
    private readonly print: (text: string) => void,
  ) {}

  async play(): Promise<void> {
    const { emulator, deployer } = this;
    const before = emulator.snapshot();
    this.say(`A Power Platform tenant on this machine: ${emulator.url} (tenant ${emulator.tenantId})`);
    this.say(`Deploying examples/quickstart with ${deployer.name}`);

    await this.step("The first preview: what would be made", () => deployer.preview());
    this.check("the preview wrote nothing", emulator.writes.length === 0);

    await this.step("up: it is made", () => deployer.up());
    this.check("the tenant holds the group, the policy and both role assignments", this.holdsAll());

    emulator.clearRequests();
    await this.step("A second up: nothing to do", () => deployer.up());
    this.check(`0 writes (and ${emulator.requests.length} reads)`, emulator.writes.length === 0);

    this.meddle();
    emulator.clearRequests();
    const drift = await this.step("A plain preview names what somebody changed", () => deployer.preview());
    this.checkNamed(drift);
    this.check("the preview wrote nothing", emulator.writes.length === 0);

    await this.step("up: it is repaired", () => deployer.up());
    this.check("the tenant is as declared again", this.holdsAll());

    await this.step("destroy", () => deployer.destroy());
    this.check("the tenant is as it was before", isDeepStrictEqual(emulator.snapshot(), before));
    this.check("every answer kept the API's contract", emulator.contractViolations.length === 0);
    this.say("Every step held.");
  }

  /** Changes objects by hand, as in the admin center. */
  private meddle(): void {
    const { tenant } = this.emulator;
    const group = tenant.environmentGroups.list().find(({ displayName }) => displayName === "Sales");
    const policy = tenant.billingPolicies.list()[0];
    const assignment = tenant.roleAssignments.list().find(({ scope }) => scope === `/tenants/${tenant.id}`);
    if (group === undefined || policy === undefined || assignment === undefined) throw new Error("nothing to change");
    tenant.environmentGroups.update(group.id, { description: "Changed by hand" });
    tenant.billingPolicies.update(policy.id, { status: "Disabled" });
    tenant.roleAssignments.remove(assignment.roleAssignmentId);
    this.title("Somebody changes things behind the program's back");
    this.print(
      [
        'the description of group "Sales" becomes "Changed by hand"',
        `billing policy "${policy.name ?? ""}" is disabled`,
        `the auditors' role assignment ${assignment.roleAssignmentId} is deleted`,
      ]
        .map((line) => `  - ${line}`)
        .join("\n"),
    );
  }

  private checkNamed({ text, warnings }: Deployed): void {
    const said = [text, ...warnings].join("\n");
    this.check("the description is named", said.includes("Changed by hand"));
    this.check("the status is named", /status.*"Disabled".*=>.*"Enabled"/.test(said));
    this.check("the deleted assignment is named", /auditors/.test(said));
  }

  private holdsAll(): boolean {
    const { tenant } = this.emulator;
    const group = tenant.environmentGroups.list().find(({ displayName }) => displayName === "Sales");
    const [policy, ...policies] = tenant.billingPolicies.list();
    return (
      group?.description === "Environments of the sales department" &&
      policy?.status === "Enabled" &&
      policies.length === 0 &&
      tenant.roleAssignments.list().length === 2
    );
  }

  private async step(title: string, run: () => Promise<Deployed>): Promise<Deployed> {
    this.title(title);
    const deployed = await run();
    this.print(indent(deployed.text));
    return deployed;
  }

  private title(text: string): void {
    this.number += 1;
    this.print(`\n== ${this.number}. ${text}\n`);
  }

  private say(text: string): void {
    this.print(`\n${text}`);
  }

  private check(what: string, holds: boolean): void {
    this.print(`  ${holds ? "✔" : "✘"} ${what}`);
    if (!holds) throw new Error(`Step ${this.number} of the demo did not hold: ${what}.`);
  }
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, "  ");
