import { expect } from "chai";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { asPulumiError } from "../../../provider/dynamic/pulumiError";
import { toldFailure } from "../../../provider/engine/toldFailure";
import { PartialFailureError } from "../../../provider/errors";
import { CallError } from "../../../provider/plugin/callError";

/** gRPC's trailers end at 64 KiB; what is around the two that we fill takes little. */
const maxTrailerBytes = 60_000;

const base64Bytes = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** Each character of the text is nine in the trailer, and each number eleven bytes more than it looks. */
const worst = new PartialFailureError(
  "5d1e",
  {
    tenantId: "0000",
    schemaVersion: 1,
    name: "contoso",
    numbers: Array.from({ length: 10_000 }, (_, number) => number % 10),
    secret: "s".repeat(30_000),
    nested: { a: { b: Array.from({ length: 2_000 }, (_, number) => ({ name: `n${number}` })) } },
  },
  ["語".repeat(100_000), "%".repeat(100_000)],
);

describe("a failed call as the engine is told of it", () => {
  it("fits into the trailers of an answer of the plugin, whatever it says and holds", () => {
    const { message, metadata } = CallError.of(worst, { secret: true }, ["contoso"]);

    const [details] = metadata?.get("grpc-status-details-bin") ?? [];
    expect(encodeURI(message).length + base64Bytes((details as Buffer).length)).to.be.below(maxTrailerBytes);
  });

  it("fits into the trailers of an answer of the dynamic provider's process", () => {
    const { message, properties, reasons } = asPulumiError(worst, "text") as Error & {
      readonly properties: Record<string, never>;
      readonly reasons: readonly string[];
    };

    const texts = [message, ...reasons].map((text) => Buffer.byteLength(text)).reduce((a, b) => a + b);
    const details = Struct.fromJavaScript(properties).serializeBinary().length + texts;
    expect(encodeURI(message).length + base64Bytes(details)).to.be.below(maxTrailerBytes);
    expect(properties).to.deep.equal({
      tenantId: "0000",
      schemaVersion: 1,
      name: "contoso",
      __provider: "text",
    });
  });

  it("keeps all outputs for which there is room, and the reasons apart", () => {
    const outputs = { tenantId: "0000", name: "contoso" };

    const told = toldFailure(new PartialFailureError("5d1e", outputs, ["one", "two"]), () => 100);

    expect(told).to.deep.equal({
      message: "one\ntwo",
      partial: { id: "5d1e", outputs, reasons: ["one", "two"] },
    });
  });
});
