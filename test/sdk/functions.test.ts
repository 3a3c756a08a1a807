import { type Output, output, runtime } from "@pulumi/pulumi";
import { expect } from "chai";

import { functions } from "../../provider/functions";
import * as dynamic from "../../sdk";
import * as plugin from "../../sdk/plugin";
import { withLocalSettings } from "../../testing/engine/program/localSettings";

type Called = (args: object) => Promise<unknown>;
type CalledWithOutputs = (args: object) => Output<unknown>;

const forms: Readonly<Record<string, object>> = { dynamic, plugin };

/** Calls what `called` says under Pulumi's mocks, which answer with one item; gives the tokens and arguments that they saw. */
function asked(preview: boolean, called: () => Promise<unknown>): Promise<unknown[]> {
  return withLocalSettings(async () => {
    const seen: unknown[] = [];
    const call = ({ token, inputs }: runtime.MockCallArgs): Record<string, unknown> => {
      seen.push([token, inputs]);
      const { result } = functions.find(({ name }) => token.endsWith(`:${name}`))!;
      return result === undefined ? { id: "mocked" } : { [result]: [{ id: "mocked" }] };
    };
    const newResource = () => ({ id: "", state: {} });
    await runtime.setMocks({ call, newResource }, "project", "stack", preview);
    await called();
    return seen;
  });
}

for (const [form, module] of Object.entries(forms)) {
  for (const preview of [false, true]) {
    describe(`functions of the ${form} form, under Pulumi's mocks${preview ? " in a preview" : ""}`, () => {
      for (const { name, result } of functions) {
        it(`${name} asks the mock and gives its ${result ?? "object"}`, async () => {
          const args = { scope: "tenant", billingPolicyId: "66666666-6666-4666-8666-666666666666" };
          const known = (module as Record<string, Called>)[name]!;
          const withOutputs = (module as Record<string, CalledWithOutputs>)[`${name}Output`]!;
          const given: unknown[] = [];

          const seen = await asked(preview, async () => {
            given.push(await known(args));
            await new Promise<void>((resolve) => {
              withOutputs({ ...args, scope: output("tenant") }).apply((items) => {
                given.push(items);
                resolve();
              });
            });
          });

          const token = `power-platform:index:${name}`;
          expect(seen).to.deep.equal([
            [token, args],
            [token, args],
          ]);
          const mocked = result === undefined ? { id: "mocked" } : [{ id: "mocked" }];
          expect(given).to.deep.equal([mocked, mocked]);
        });
      }
    });
  }
}
