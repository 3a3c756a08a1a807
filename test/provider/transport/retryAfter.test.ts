import { expect } from "chai";
import { retryAfterMs } from "../../../provider/transport/retryAfter";

const now = Date.UTC(2026, 0, 1);

describe("retryAfterMs", () => {
  const rows: readonly (readonly [Readonly<Record<string, string>>, number | undefined])[] = [
    [{}, undefined],
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "1.5" }, 1_500],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:20 GMT" }, 20_000],
    [{ "retry-after": "Thursday, 01-Jan-26 00:00:20 GMT" }, 20_000],
    [{ "retry-after": "Wed, 31 Dec 2025 23:59:00 GMT" }, 0],
    [{ "retry-after": "Thu, 01 Jan 2026 01:00:20 GMT", date: "Thu, 01 Jan 2026 01:00:00 GMT" }, 20_000],
    [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
    [{ "x-ms-retry-after-ms": "300", "retry-after": "7" }, 300],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "2026" }, 2_026_000],
    [{ "retry-after": "NaN, 99 Foo 2026 99:99:99 GMT" }, undefined],
  ];
  for (const [headers, expected] of rows) {
    it(`reads ${JSON.stringify(headers)} as ${expected}`, () => {
      expect(retryAfterMs(headers, now)).to.equal(expected);
    });
  }
});
