import { expect } from "chai";
import type { Diagnostic } from "../../../testing/engine";
import { NativeNote } from "./support/nativeNote";
import { failure, patience, ToyStack } from "./support/toyStack";

const note = (args: Record<string, unknown>) => () => {
  new NativeNote("note", args);
};

describe("engine: failures of a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("keep what was half made with its reasons, and finish it with the next update", async () => {
    toy = ToyStack.native(note({ text: "one", fail: "half", watched: true }));

    const error = await failure(toy.up());
    const exported = await toy.exported("note");
    const repair = await toy.upTo(note({ text: "one", watched: true }));

    expect(error.message).to.contain("1 error occurred:\n\t* the pin fell off");
    expect(exported).to.deep.include({
      id: "note-1",
      initErrors: ["the pin fell off"],
      refreshBeforeUpdate: true,
    });
    expect(repair.changes).to.deep.equal({ update: 1, same: 1 });
    expect(await toy.exported("note")).not.to.have.property("initErrors");
  });

  it("keep the old inputs of what was half updated, so that the next update sees the difference", async () => {
    toy = ToyStack.native(note({ text: "one" }));
    await toy.up();

    await failure(toy.upTo(note({ text: "two", fail: "half" })));

    const recorded = await toy.recorded("note");
    expect(recorded?.inputs).to.deep.equal({ text: "one" });
    expect(recorded?.outputs).to.deep.include({ text: "two" });
    expect(recorded?.initErrors).to.deep.equal(["still crooked"]);
  });

  it("found by a refresh are a warning, and the state keeps them", async () => {
    toy = ToyStack.native(note({ text: "one" }));
    await toy.up();
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { fail: "sick" }));

    const refresh = await toy.refresh();

    expect(refresh.diagnostics.find(({ severity }) => severity === "warning")?.message).to.equal(
      "Refreshed resource is in an unhealthy state:\n* the note has faded",
    );
    expect((await toy.recorded("note"))?.initErrors).to.deep.equal(["the note has faded"]);
  });

  it("are shown in rows as the CLI shows them", async () => {
    toy = ToyStack.native(note({ text: "one", fail: "create" }));

    const { result } = await failure(toy.up());

    expect(result.rows.split("\n")).to.deep.equal([
      "Updating (test):",
      " +  pulumi:pulumi:Stack project-test **creating failed**",
      " +  toy:index:Note note **creating failed**",
      "Diagnostics:",
      "  toy:index:Note (note):",
      '    error: no room for "one"',
      "",
      "  pulumi:pulumi:Stack (project-test):",
      "    error: update failed",
      "",
      "Resources:",
      "    + 1 created",
      "    2 errored",
      "",
    ]);
  });
});

describe("engine: messages and cancellation of a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(() => {
    toy = ToyStack.native(note({ text: "slow", hold: true, say: "on its way" }));
  });
  afterEach(() => {
    toy.service.remove();
  });

  /** Calls `act` as soon as the plugin tells that it waits. */
  const whenWaiting =
    (act: () => void) =>
    ({ message }: Diagnostic): void => {
      if (message.startsWith("waiting")) act();
    };

  it("tell what happens to which resource, as it happens", async () => {
    const release = whenWaiting(() => {
      toy.service.change((state) => (state.released = ["slow"]));
    });

    const up = await toy.up({ onMessage: release });

    const urn = "urn:pulumi:test::project::toy:index:Note::note";
    expect(up.diagnostics.filter(({ severity }) => severity === "info")).to.deep.equal([
      { severity: "info", message: "on its way", urn },
    ]);
    expect(up.progress).to.deep.equal([
      { severity: "info", message: 'waiting for "slow"', urn, streamId: 7, ephemeral: true },
    ]);
    expect(up.rows).to.contain("  toy:index:Note (note):\n    on its way\n").and.not.to.contain("waiting");
  });

  it("end a wait at once when a signal cancels the operation", async () => {
    const controller = new AbortController();
    const cancel = whenWaiting(() => {
      controller.abort();
    });

    const error = await failure(toy.up({ signal: controller.signal, onMessage: cancel }));

    expect(error.message).to.contain("gave up, as it was told").and.to.contain("up canceled");
    expect(await toy.recorded("note")).to.equal(undefined);
  });

  it("end a wait at once when the stack is cancelled", async () => {
    const stack = await toy.stack;
    const cancel = whenWaiting(() => {
      stack.cancel();
    });

    const error = await failure(stack.up({ onMessage: cancel }));

    expect(error.message).to.contain("gave up, as it was told");
    expect(toy.service.calls("cancel").length).to.be.greaterThan(0);
  });
});
