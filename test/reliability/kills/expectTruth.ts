import { expect } from "chai";

import type { Emulator, Stack } from "pulumi-power-platform-testing";
import type { Form } from "../../programs/forms";
import { expectDeclared } from "../../scenarios/expectDeclared";
import { costlyCases } from "../../kinds";
import type { DeclaredResource } from "./programs";

/** The tenant has one object for each declared resource and no other, and state knows which. */
export function expectTruth(
  emulator: Emulator,
  stack: Stack,
  { typeOf }: Form,
  resources: readonly DeclaredResource[],
): void {
  const recorded = stack.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  expect(recorded.map(({ urn }) => urn.split("::").at(-1))).to.have.members(resources.map(({ name }) => name));
  for (const { kind, live } of costlyCases) {
    const ofKind = recorded.filter(({ type }) => type === typeOf(kind));
    expect(
      ofKind.map(({ id }) => id.split("/").at(-1)),
      kind,
    ).to.have.members(live(emulator).map(({ id }) => id));
  }
  for (const { name, args } of resources) {
    const { outputs, initErrors } = recorded.find(({ urn }) => urn.endsWith(`::${name}`))!;
    expectDeclared(outputs, args);
    expect(initErrors, name).to.deep.equal([]);
  }
}
