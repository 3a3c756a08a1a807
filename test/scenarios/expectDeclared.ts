import { expect } from "chai";

import type { Properties } from "./driver";

/** Every declared value is in the outputs as it was written; the service may add members beside it. */
export function expectDeclared(outputs: Properties, inputs: Properties): void {
  for (const [name, value] of Object.entries(inputs)) {
    if (name === "adopt") continue;
    if (Array.isArray(value)) expect(outputs[name]).to.be.an("array").of.length(value.length);
    if (typeof value !== "object" || value === null) expect(outputs[name]).to.deep.equal(value);
    else expectDeclared(outputs[name] as Properties, value as Properties);
  }
}
