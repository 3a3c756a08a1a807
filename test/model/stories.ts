import fc from "fast-check";

import type { Kind } from "../../provider/resources";
import type { FaultInput } from "../../testing/emulator/faults/fault";
import type { SettingsChange } from "../../testing/emulator/settings";
import { kindModels } from "./kinds";
import type { Adapter, Step, Story } from "./story";

const which = fc.nat({ max: 11 });
const edit = fc.nat({ max: 39 });
const edits = fc.array(edit, { maxLength: 4 });
const kind = fc.constantFrom(...(Object.keys(kindModels) as Kind[]));
const one = <const T extends string>(name: T) => fc.constant(name);

/** The usual value, and now and then another. */
const often = <A, B>(weight: number, usual: A, other: fc.Arbitrary<B>): fc.Arbitrary<A | B> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, other);

const paths = [
  "/authorization/**",
  "/environmentmanagement/environmentGroups/**",
  "/environmentmanagement/environmentGroups",
  "/licensing/**",
];

/** Left out: every path, the first match, once. */
const where = fc.record({
  path: often(3, undefined, fc.constantFrom(...paths)),
  nth: often(3, undefined, fc.integer({ min: 2, max: 3 })),
  times: often(1, undefined, fc.oneof(fc.integer({ min: 2, max: 8 }), fc.constant("always" as const))),
});
const method = fc.constantFrom("GET", "GET", "POST", "POST", "PUT", "DELETE");
const moment = fc.constantFrom("before" as const, "after" as const);
const retryAfter = fc.constantFrom({}, { headers: { "retry-after": "0" } });

/** A service that says 200 to a DELETE and does nothing cannot be found out; it says it after the change. */
const silent = fc.oneof(
  fc.record({ kind: one("empty"), method: fc.constantFrom("GET", "POST", "PUT"), moment }),
  fc.record({ kind: one("empty"), method: one("DELETE"), moment: fc.constant("after" as const) }),
);

const fault: fc.Arbitrary<FaultInput> = fc
  .tuple(
    where,
    fc.oneof(
      fc.record({ kind: one("reset"), method, moment }),
      fc
        .record({
          kind: one("status"),
          method,
          moment,
          status: fc.constantFrom(500, 502, 503, 429, 403, 400, 409),
        })
        .chain((base) => retryAfter.map((extra) => ({ ...base, ...extra })))
        // Who is told to slow down, or refused, was not served.
        .map((base) => (base.status < 500 ? { ...base, moment: "before" as const } : base)),
      fc.record({ kind: one("truncated"), method }),
      fc.record({ kind: one("html"), method, moment, status: fc.constantFrom(200, 502) }),
      silent,
    ),
  )
  .map(([at, what]) => {
    const given = Object.entries({ ...at, ...what }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as FaultInput;
  });

const add: fc.Arbitrary<Step> = fc.record(
  { do: one("add"), kind, edits, at: which, group: which },
  { requiredKeys: ["do", "kind", "edits", "at"] },
);

const changeInput: fc.Arbitrary<Step> = fc.record({ do: one("change"), which, edit });

const programSteps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: add },
  { weight: 10, arbitrary: changeInput },
  { weight: 3, arbitrary: fc.record({ do: one("remove"), which }) },
  { weight: 2, arbitrary: fc.record({ do: one("rename"), which, alias: fc.boolean() }) },
  fc.record({ do: one("move"), which, to: which }),
  fc.record({ do: one("toggleSecret"), which, input: which }),
  fc.record({ do: one("adopt"), which, on: fc.boolean() }),
  fc.record({ do: one("dependOn"), which, on: which }),
  fc.record({ do: one("scopeTo"), which, group: which }),
  fc.record({ do: one("takeBack") }),
  fc.record({ do: one("moveOver") }),
);

const somebodyChanges: fc.Arbitrary<Step> = fc.record({ do: one("somebodyChanges"), which, edit });

const somebodySteps: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    { do: one("somebodyCreates"), kind, edits, like: which, late: fc.boolean(), sameCaller: fc.boolean() },
    { requiredKeys: ["do", "kind", "edits"] },
  ),
  { weight: 2, arbitrary: somebodyChanges },
  { weight: 2, arbitrary: fc.record({ do: one("somebodyDeletes"), which }) },
  fc.record({ do: one("somebodyFills"), group: which }),
  fc.record({ do: one("somebodyEmpties") }),
);

const operation: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: one("up"), refresh: fc.boolean() }) },
  fc.record({ do: one("preview") }),
  fc.record({ do: one("refresh") }),
  fc.record({ do: one("destroy") }),
);

const some = (step: fc.Arbitrary<Step>, maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(step, { maxLength, size: "max" });

const kill: fc.Arbitrary<Step> = fc.record({ do: one("kill"), nth: fc.integer({ min: 1, max: 12 }), moment });

const faults = some(fc.record({ do: one("fault"), fault }), 1);
const kills = kill.map((step) => [step]);

/** A resource gets another name, and takes over its own object under it. */
const takeOver: fc.Arbitrary<Step[]> = which.map((which) => [
  { do: "adopt", which, on: true },
  { do: "rename", which, alias: false },
]);

/** The program is edited, the tenant is changed, the service or the machine has a bad moment; then somebody runs Pulumi. */
const chapter = (badMoments: fc.Arbitrary<Step[]>): fc.Arbitrary<Step[]> =>
  fc
    .tuple(
      some(programSteps, 3),
      often<Step[], Step[]>(5, [], takeOver),
      some(somebodySteps, 2),
      badMoments,
      operation.map((step) => [step]),
    )
    .map((parts) => parts.flat());

/** Nothing comes between these and the update that ends every story. */
const lastChanges = fc.array(fc.oneof({ weight: 3, arbitrary: changeInput }, somebodyChanges), {
  minLength: 3,
  maxLength: 8,
  size: "max",
});

const attempts = fc.constantFrom({}, { attempts: 1 }, { attempts: 3 });

const tenant: fc.Arbitrary<SettingsChange> = fc.record({
  answers: fc.constantFrom("recorded", "documented"),
  pageSize: fc.constantFrom(0, 1, 2),
  propagation: fc.record({ scopes: attempts, assignments: attempts, principals: attempts }),
  provisioning: fc.record({
    billingPolicyCreate: fc.constantFrom(0, 2),
    billingPolicyUpdate: fc.constantFrom(0, 1),
  }),
});

/** Stories that begin with this adapter, with or without kills. */
export const stories = (adapter: Adapter, hasKills: boolean): fc.Arbitrary<Story> =>
  fc.record({
    adapter: fc.constant(adapter),
    parallel: fc.constantFrom(1, 2, 16),
    tenant,
    steps: fc
      .tuple(
        fc.array(add, { minLength: 1, maxLength: 4, size: "max" }),
        fc.array(chapter(hasKills ? fc.oneof({ weight: 3, arbitrary: faults }, kills) : faults), {
          minLength: 1,
          maxLength: 5,
          size: "max",
        }),
        lastChanges,
      )
      .map(([adds, chapters, last]) => [...adds, ...chapters.flat(), ...last]),
  });
