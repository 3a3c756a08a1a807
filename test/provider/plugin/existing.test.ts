import { expect } from "chai";

import { pluginToken } from "../../../provider/resources/typeToken";
import { kindCases } from "../../kinds";
import { failure } from "../transport/failure";
import { withEmulator } from "./harness";

describe("what exists already, through the plugin", () => {
  const harness = withEmulator();

  for (const { kind, inputs, plant, isOnly } of kindCases) {
    it(`is offered for an import with the command that does it: ${kind}`, async () => {
      const planted = plant(harness.emulator);
      const provider = await harness.run();

      const { message } = await failure(provider.create(kind, inputs));

      const [, id] = /it exists already as (\S+?);/.exec(message) ?? [];
      expect(id).to.match(new RegExp(`${planted}$`));
      expect(message).to.include(`\`pulumi import ${pluginToken(kind)} one ${id ?? ""}\``);
      expect(message).to.include("`adopt: true`");
    });

    if (isOnly === true) continue;
    it(`names no command where there are several: ${kind}`, async () => {
      const planted = [plant(harness.emulator), plant(harness.emulator)];

      const { message } = await failure((await harness.run()).create(kind, inputs));

      for (const id of planted) expect(message).to.include(id);
      expect(message).to.not.include("pulumi import");
    });
  }
});
