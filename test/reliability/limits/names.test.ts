import { expect } from "chai";

import { quoted } from "../../../provider/declare/quoted";
import { Emulator } from "pulumi-power-platform-testing";
import { declared } from "../../kinds";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { Properties } from "../../scenarios/driver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };

/** No length is published for the names of groups and policies, so none is refused. */
const names: Readonly<Record<string, string>> = {
  "emoji of several code points": "Sales 👩🏽‍🚀🏳️‍🌈🇨🇭",
  "right to left": "مبيعات ‏(שֵׁירוּת)‏ Sales",
  composed: "Verträge für Zoë",
  decomposed: "Verträge für Zoë".normalize("NFD"),
  "quotes and brackets": `"Sales" 'R&D' <b>\`x\`</b> \${y} {z}`,
  "slashes, percent and question marks": "Sales/EMEA\\100%25 ?a=b&c#d",
  "line breaks and tabs": "Sales\nsecond\r\n\tthird",
  "spaces around": "  Sales  ",
  "1,000 characters": "x".repeat(1_000),
  "20,000 characters of four bytes": "🏛".repeat(10_000),
};

describe("names", () => {
  let emulator: Emulator;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
  });
  afterEach(() => {
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  for (const [adapter, start] of Object.entries(adapters)) {
    for (const [what, name] of Object.entries(names)) {
      it(`of ${what} go there and back through the ${adapter} provider and stay as they are`, async () => {
        const provider = await start({ env: emulator.env() });
        for (const { kind, member, args } of [
          { kind: "EnvironmentGroup", member: "displayName", args: { description: name } },
          { kind: "BillingPolicy", member: "name", args: declared.BillingPolicy },
        ]) {
          const { inputs, failures } = await provider.check(kind, {}, { ...args, [member]: name });
          expect(failures).to.deep.equal([]);
          const { id, outputs } = await provider.create(kind, inputs);
          const read = await provider.read(kind, id, outputs);
          const diff = await provider.diff(kind, id, outputs, inputs);
          const updated = await provider.update(kind, id, outputs, { ...inputs, [member]: "plain" });
          const back = await provider.update(kind, id, updated, inputs);

          for (const each of [outputs, read.outputs, back]) expect(each[member]).to.equal(name);
          expect(diff).to.include({ changes: false });
          const sent = emulator.writes.map(({ body }) => (body as Properties)[member]);
          expect(sent).to.deep.equal([name, "plain", name]);
          emulator.clearRequests();
        }
        await provider.close();
      });
    }

    it(`that only differ in how they compose a letter are the same to the ${adapter} provider`, async () => {
      const [composed, decomposed] = [names.composed!, names.decomposed!];
      const provider = await start({ env: emulator.env() });
      const { id, outputs } = await provider.create("EnvironmentGroup", { displayName: decomposed });
      // As if somebody had saved it again in a browser.
      emulator.tenant.environmentGroups.update(id, { displayName: composed });
      const run = await start({ env: emulator.env() });

      const diff = await run.diff("EnvironmentGroup", id, outputs, { displayName: decomposed });
      const twin = await failure(run.create("EnvironmentGroup", { displayName: decomposed }));
      await Promise.all([provider.close(), run.close()]);

      expect(composed).to.not.equal(decomposed);
      expect(diff).to.include({ changes: false });
      expect(twin.message).to.include(`exists already as ${id}`);
    });

    it(`that an ISV contract cannot have are refused by the ${adapter} provider with what is wrong`, async () => {
      const provider = await start({ env: emulator.env() });
      const refused = async (name: string): Promise<string> => {
        const { failures } = await provider.check("IsvContract", {}, { ...declared.IsvContract, name });
        return failures.map(({ reason }) => reason).join();
      };
      const reasons = {
        short: await refused("contoso9"),
        long: await refused("a".repeat(65)),
        hyphen: await refused("contoso-contract"),
        emoji: await refused("contosocontract🏛"),
        strange: await refused(String.fromCodePoint(...Array.from({ length: 5_000 }, (_, i) => 0x4e00 + i))),
      };
      const fine = await Promise.all([refused("a".repeat(10)), refused("a".repeat(64))]);
      await provider.close();

      expect(reasons.short).to.include("has 8: lengthen it");
      expect(reasons.long).to.include("has 65: shorten it");
      expect(reasons.hyphen).to.include('holds "-": remove it');
      expect(reasons.emoji).to.include('holds "🏛": remove it');
      expect(reasons.strange).to.include("and others: remove it");
      expect(reasons.strange.length).to.be.below(500);
      expect(fine).to.deep.equal(["", ""]);
    });
  }

  it("are told in one line, without what a terminal or a pipeline would obey, and not at any length", async () => {
    const provider = await startCoreDriver({ env: emulator.env() });
    const displayName = `a\n::set-output name=x::y\r\u001b[31m\u202e"\u2028${"z".repeat(5_000)}`;
    await provider.create("EnvironmentGroup", { displayName });

    const { message } = await failure(provider.create("EnvironmentGroup", { displayName }));
    await provider.close();

    const [first = ""] = message.split("\n");
    expect(first).to.include('EnvironmentGroup "a\\n::set-output name=x::y\\r\\u001b[31m\\u202e"\\u2028zzz');
    expect(message).to.not.match(/^::|\u001b|\u202e/m);
    expect(first.length).to.be.below(350);
  });

  it("are shown as they are where they are harmless", () => {
    expect(quoted("Verträge 👩🏽‍🚀 שֵׁירוּת")).to.equal('"Verträge 👩🏽‍🚀 שֵׁירוּת"');
  });
});
