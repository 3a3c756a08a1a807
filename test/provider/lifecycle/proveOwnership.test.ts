import { expect } from "chai";

import type { Values } from "../../../provider/declare/plainValues";
import { doubtOf, type Evidence, proveOwnership } from "../../../provider/lifecycle/proveOwnership";
import { desiredOf } from "../../../provider/remote/located";
import { definitionOf } from "../../../provider/resources";
import { Listed } from "../../../provider/transport/collections/listed";
import { kindCases } from "../../kinds";

const caller = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
const another = "b0b0b0b0-0000-4000-8000-000000000001";
const sentAt = Date.parse("2026-03-01T12:00:00.000Z");

interface Row {
  readonly found: string;
  /** Seconds after the request was sent; `undefined` where the service does not tell. @default 1 */
  readonly madeAfter?: number | undefined;
  /** `null` where the service does not tell. @default the caller */
  readonly by?: string | null;
  /** Object id in the token; `null` where the token has none. @default the creator */
  readonly oid?: string | null;
  readonly wasThere?: true;
  /** What speaks against it; nothing where it is proven. */
  readonly doubt?: RegExp;
}

const table: readonly Row[] = [
  { found: "made by the caller, after the request was sent" },
  { found: "made by the caller, in another case", oid: caller.toUpperCase() },
  { found: "dated in whole seconds, or by another machine of the service", madeAfter: -4.9 },
  { found: "dated before the request was sent", madeAfter: -5.1, doubt: /^it was made at 2026/ },
  { found: "made at the end of the longest create", madeAfter: 30 * 60 },
  { found: "made after every create has ended", madeAfter: 30 * 60 + 1, doubt: /^it was made at 2026/ },
  { found: "made by another", by: another, doubt: new RegExp(`^it was made by ${another}`) },
  { found: "made by nobody knows whom", by: null },
  { found: "made by another, as far as a token without object id tells", by: another, oid: null },
  { found: "dated by nobody", madeAfter: undefined, doubt: /does not tell when/ },
  { found: "there before the create", wasThere: true, doubt: /^it was there before/ },
];

describe("whether an object is what a create made whose answer nobody has", () => {
  for (const { kind, inputs } of kindCases) {
    const definition = definitionOf(kind);
    if (definition.shape !== "collection") throw new Error(`${kind} is no collection`);
    const desired = desiredOf(definition, inputs, "00000000-0000-4000-8000-000000000001");
    const object = (id: string, { by = caller, ...row }: Partial<Row>): Values => {
      const [name = "", member] = definition.createdBy.split(".");
      const madeAfter = "madeAfter" in row ? row.madeAfter : 1;
      const at = madeAfter === undefined ? undefined : new Date(sentAt + madeAfter * 1_000).toISOString();
      return {
        [definition.wireId]: id,
        ...(at === undefined ? {} : { [definition.createdAt]: at }),
        ...(by === null ? {} : { [name]: member === undefined ? by : { [member]: by } }),
      };
    };
    const contextOf = (oid: string | null = caller) => ({
      connection: { caller: () => (oid === null ? {} : { oid }) } as never,
    });

    for (const row of table) {
      const { found, oid, wasThere, doubt } = row;

      it(`${kind}: one ${found} is ${doubt === undefined ? "ours" : "not ours"}`, () => {
        const live = object("made", row);
        const evidence: Evidence = { sentAt, before: new Listed(wasThere ? [live] : [], sentAt) };

        const said = doubtOf(desired, live, evidence, contextOf(oid));

        if (doubt === undefined) expect(said).to.equal(undefined);
        else expect(said).to.match(doubt);
        const ours = proveOwnership(desired, [live], evidence, contextOf(oid));
        expect(ours).to.equal(doubt === undefined ? live : undefined);
      });
    }

    it(`${kind}: one of two is ours when the other one is another's, and none when both may be`, () => {
      const [mine, theirs] = [object("mine", {}), object("theirs", { by: another })];
      const evidence = { sentAt };

      expect(proveOwnership(desired, [theirs, mine], evidence, contextOf())).to.equal(mine);
      expect(proveOwnership(desired, [object("second", {}), mine], evidence, contextOf())).to.equal(undefined);
    });
  }
});
