import { expect } from "chai";

import { Emulator, type FaultInput } from "pulumi-power-platform-testing";
import { declared } from "../../kinds";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };
const filler = "Lorem ipsum dolor sit amet — 🏛 ".repeat(7_000);

const html = `<!DOCTYPE html><html><head><style>${filler}</style><title>Gateway is down</title></head><body>${filler}</body></html>`;

const pages: Readonly<Record<string, { readonly fault: FaultInput; readonly says: readonly string[] }>> = {
  "HTML with a title": {
    fault: { kind: "html", status: 400, page: html },
    says: ['a page of HTML titled "Gateway is down"'],
  },
  "HTML without a title": {
    fault: { kind: "html", status: 403, page: html.replace(/<title>.*<\/title>/, "") },
    says: ["a page of HTML"],
  },
  "plain text": { fault: { kind: "html", status: 403, page: filler }, says: ["Lorem ipsum"] },
  "JSON with a long message": {
    fault: { kind: "status", status: 400, body: { error: { code: "TooMuch", message: filler } } },
    says: ["TooMuch", "Lorem ipsum"],
  },
  "JSON with many details": {
    fault: {
      kind: "status",
      status: 400,
      body: {
        error: {
          code: "Outer",
          message: "Refused.",
          details: Array.from({ length: 4_000 }, (_, index) => ({
            code: "InnerReason",
            message: `Detail ${index}: ${"x".repeat(40)}`,
          })),
        },
      },
    },
    says: ["Refused.", "code InnerReason"],
  },
  "JSON with a long code": {
    fault: { kind: "status", status: 400, body: { code: `Long${"x".repeat(200_000)}`, message: "Refused." } },
    says: ["Refused.", "code Long"],
  },
};

describe("error pages of 200 kB", () => {
  let emulator: Emulator;

  before(async () => (emulator = await Emulator.start()));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
  });

  for (const [adapter, start] of Object.entries(adapters)) {
    for (const [what, { fault, says }] of Object.entries(pages)) {
      it(`of ${what} become a short error of the ${adapter} provider, with status, code and ids`, async () => {
        const provider = await start({ env: emulator.env() });
        emulator.fault({ ...fault, times: "always" });

        const { message } = await failure(provider.create("EnvironmentGroup", { ...declared.EnvironmentGroup }));
        await provider.close();

        const [request] = emulator.requests;
        expect(message.length).to.be.below(4_000);
        expect(message).to.match(/4\d\d/).and.include(request!.correlationId);
        expect(message).to.match(/request id [0-9a-f-]{36}/);
        for (const words of says) expect(message).to.include(words);
        expect(emulator.writes).to.deep.equal([]);
      });
    }
  }
});
