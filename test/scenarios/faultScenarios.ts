import { expect } from "chai";

import type { DriverError } from "./driver";
import { definitionOf } from "../../provider/resources";
import { kindCases } from "../kinds";
import { failure, type Scenario } from "./scenario";

/** Ways to lose the answer to a write that the service has carried out. */
const lostAnswers = {
  "connection reset": { kind: "reset", moment: "after" },
  "503 after the change": { kind: "status", status: 503, moment: "after" },
  "500 after the change": { kind: "status", status: 500, moment: "after" },
  "answer cut off": { kind: "truncated" },
  "a page of HTML": { kind: "html", moment: "after" },
  "an empty answer": { kind: "empty", moment: "after" },
} as const;

/** Refusals and failures before anything was changed. */
const refusals = {
  400: { code: "Nope", message: "the request is not good" },
  403: { error: { code: "Forbidden", message: "Access denied" } },
  409: { error: { code: "Conflict", message: "in the way" } },
} as const;

/** Nothing is lost or doubled, whatever happens to a write. */
export const faultScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, createOperation, listOperation, deleteOperation, change, remove } = kindCase;
  return [
    ...Object.entries(lostAnswers).map(([what, fault]): Scenario => ({
      title: `${kind}: created although its answer was lost (${what}), it is found, once`,
      play: async ({ emulator, run }) => {
        emulator.fault({ ...fault, operationId: createOperation });

        const { id, outputs } = await (await run()).create(kind, inputs);

        expect(live(emulator)).to.have.lengthOf(1);
        expect(id).to.match(new RegExp(`${live(emulator)[0]!.id}$`));
        expect(emulator.requests.filter(({ operationId }) => operationId === createOperation)).to.have.lengthOf(1);
        expect(await (await run()).diff(kind, id, outputs, inputs)).to.include({ changes: false });
      },
    })),
    {
      title: `${kind}: reset before anything was made, the create fails, and the next one makes it`,
      play: async ({ emulator, run }) => {
        emulator.fault({ kind: "reset", moment: "before", operationId: createOperation });

        const error = await failure<DriverError>((await run()).create(kind, inputs));

        expect(error.message).to.include("no new object showed up");
        expect(error.initFailure).to.equal(undefined);
        expect(live(emulator)).to.deep.equal([]);
        await (await run()).create(kind, inputs);
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
    {
      title: `${kind}: throttled, the create waits and is sent again`,
      play: async ({ emulator, run }) => {
        emulator.fault({
          kind: "status",
          status: 429,
          headers: { "retry-after": "2" },
          operationId: createOperation,
        });

        await (await run()).create(kind, inputs);

        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
    ...Object.entries(refusals).map(([status, body]): Scenario => ({
      title: `${kind}: refused with ${status}, the error has the service's words, and nothing is recorded`,
      play: async ({ emulator, run }) => {
        emulator.fault({ kind: "status", status: Number(status), body, operationId: createOperation });

        const error = await failure<DriverError>((await run()).create(kind, inputs));

        expect(error.message).to.include(kind).and.include("create failed").and.include(status);
        expect(error.message).to.include("error" in body ? body.error.message : body.message);
        expect(error.initFailure).to.equal(undefined);
      },
    })),
    {
      title: `${kind}: refused for lack of rights, the error names identity, permission and roles`,
      play: async ({ emulator, run }) => {
        const token = emulator.token({ roles: ["reader"] });
        const { permissions } = definitionOf(kind);

        const error = await failure((await run({ env: { POWER_PLATFORM_ACCESS_TOKEN: token } })).create(kind, inputs));

        expect(error.message)
          .to.include("403")
          .and.include(permissions.write ?? permissions.writeInRoles ?? "no permission is published")
          .and.match(/Roles with (?:both|it): .*owner/);
        expect(error.message).to.include("POWER_PLATFORM_ACCESS_TOKEN").and.not.include(token);
      },
    },
    {
      title: `${kind}: a tenant out of reach is an error, never "unchanged" and never "gone"`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        for (const fault of [
          { kind: "status", status: 503 },
          { kind: "status", status: 403 },
          { kind: "status", status: 404, body: { code: "RouteNotFound" } },
          { kind: "empty" },
          { kind: "html" },
          { kind: "truncated" },
          { kind: "reset" },
        ] as const) {
          emulator.clearFaults();
          emulator.fault({ ...fault, method: "GET", times: "always" });
          const provider = await run();

          await failure(provider.diff(kind, id, outputs, inputs));
          await failure(provider.read(kind, id, outputs));
        }
      },
    },
    {
      title: `${kind}: on the second page of a listing it is still there`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.configure({ pageSize: 1 });
        kindCase.plant(emulator);

        expect(await (await run()).diff(kind, id, outputs, inputs)).to.include({ changes: false });
      },
    },
    {
      title: `${kind}: a listing that fails on a later page proves nothing`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        kindCase.plant(emulator);
        remove(emulator, live(emulator)[0]!.id);
        kindCase.plant(emulator);
        emulator.configure({ pageSize: 1 });
        emulator.fault({ kind: "status", status: 500, operationId: listOperation, nth: 2, times: "always" });

        await failure((await run()).diff(kind, id, outputs, inputs));
      },
    },
    {
      title: `${kind}: a delete whose answer was lost is sent again, and done`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.fault({ kind: "reset", moment: "after", operationId: deleteOperation });

        await (await run()).delete(kind, id, outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: a delete whose answer is no answer is looked for, and done`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.fault({ kind: "html", moment: "after", operationId: deleteOperation });

        await (await run()).delete(kind, id, outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: a delete answered 404 is an error while the service goes on showing the object`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const body = { error: { code: "NotFound", message: "no such thing" } };
        emulator.fault({ kind: "status", status: 404, body, operationId: deleteOperation, times: "always" });

        const error = await failure((await run()).delete(kind, id, outputs));

        expect(error.message).to.include("delete failed, 404").and.include("The tenant shows it all the same");
      },
    },
    {
      title: `${kind}: a 404 of a wrong host is no deletion`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const body = { code: "RouteNotFound", message: "no such route" };
        emulator.fault({ kind: "status", status: 404, body, operationId: deleteOperation, times: "always" });

        const error = await failure((await run()).delete(kind, id, outputs));

        expect(error.message).to.include("delete failed");
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
    ...(change === undefined
      ? []
      : Object.entries(lostAnswers).map(([what, fault]): Scenario => ({
          title: `${kind}: an update whose answer was lost (${what}) ends as declared`,
          play: async ({ emulator, run }) => {
            const news = { ...inputs, ...change.inputs };
            const { id, outputs } = await (await run()).create(kind, inputs);
            emulator.fault({ ...fault, operationId: change.updateOperation, nth: change.nth ?? 1 });

            const updated = await (await run()).update(kind, id, outputs, news);

            expect(live(emulator)).to.have.lengthOf(1);
            expect(await (await run()).diff(kind, id, updated, news)).to.include({ changes: false });
          },
        }))),
  ] satisfies Scenario[];
});
