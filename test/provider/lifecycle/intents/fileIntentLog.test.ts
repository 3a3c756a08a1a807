import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect } from "chai";

import { fileIntentLog, type FileIntentLog } from "../../../../provider/lifecycle/intents/fileIntentLog";
import { type FakeClock, fakeClock } from "../../../fakeClock";
import { freshPulumiHome } from "../../../pulumiHome";

const day = 24 * 60 * 60 * 1_000;

describe("the intentLog of creates", () => {
  let home: string;
  let clock: FakeClock;

  beforeEach(() => {
    home = freshPulumiHome();
    clock = fakeClock();
  });

  /** A process of a stack. */
  const run = (stack = "infra/dev"): FileIntentLog =>
    fileIntentLog({ home, stack: () => Promise.resolve(stack), clock });
  /** A provider instance of a run of the engine. */
  const instanceIn = (engine: string): FileIntentLog =>
    fileIntentLog({ home, stack: () => Promise.resolve("infra/dev"), clock, run: engine });
  const files = (): string[] => readdirSync(home, { recursive: true }).map(String);

  it("remembers what was sent when the process is gone, and since when", async () => {
    await run().sending("key");
    clock.advance(5_000);

    expect(await run().sentAt("key")).to.equal(clock.now() - 5_000);
    expect(await run().sentAt("another key")).to.equal(undefined);
  });

  it("takes what another process of the same run has sent for no interrupted create, and that of an earlier run for one", async () => {
    await instanceIn("127.0.0.1:1").sending("key");

    expect(await instanceIn("127.0.0.1:1").sentAt("key")).to.equal(undefined);
    expect(await instanceIn("127.0.0.1:2").sentAt("key")).to.equal(clock.now());
    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("forgets what the service has refused", async () => {
    const intentLog = run();
    await intentLog.sending("key");
    await intentLog.refused("key");

    expect(await intentLog.sentAt("key")).to.equal(undefined);
    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("forgets what was answered when the run ends in an orderly way, and nothing else", async () => {
    const intentLog = run();
    await intentLog.sending("answered");
    await intentLog.sending("sent");
    intentLog.answered("answered");
    expect(await run().sentAt("answered"), "the engine may be killed before it writes the state").to.equal(
      clock.now(),
    );

    intentLog.end();

    expect(await run().sentAt("answered")).to.equal(undefined);
    expect(await run().sentAt("sent")).to.equal(clock.now());
  });

  it("leaves no directory when nothing is left to remember", async () => {
    const intentLog = run();
    await intentLog.sending("key");
    intentLog.answered("key");
    intentLog.end();

    expect(files()).to.deep.equal(["power-platform", "power-platform/creates"]);
  });

  it("forgets what a later run sees in state", async () => {
    await run().sending("key");
    const intentLog = run();
    expect(await intentLog.leftAt(() => "key")).to.equal(clock.now());
    await intentLog.recorded("key");

    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("keeps what the same run has sent, whatever was in state before", async () => {
    await run().sending("key");
    const intentLog = run();
    await intentLog.sending("key");
    expect(await intentLog.leftAt(() => "key")).to.equal(clock.now());
    await intentLog.recorded("key");

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("asks for no key where nothing was left", async () => {
    const intentLog = run();
    await intentLog.sending("key");

    const left = await intentLog.leftAt(() => {
      throw new Error("asked");
    });

    expect(left).to.equal(undefined);
  });

  it("forgets what was left when what it was about is taken over, and keeps it when there may be another one", async () => {
    await run().sending("taken over");
    await run().sending("sent again");
    const intentLog = run();
    await intentLog.sending("sent again");
    for (const key of ["taken over", "sent again"]) {
      expect(await intentLog.sentAt(key)).to.equal(clock.now());
      intentLog.answered(key);
    }
    intentLog.end();

    expect(await run().sentAt("taken over")).to.equal(undefined);
    expect(await run().sentAt("sent again")).to.equal(clock.now());
  });

  describe("beside another process of the same stack", () => {
    /** Two that have looked what there is before either of them has sent anything. */
    const two = async (): Promise<readonly [FileIntentLog, FileIntentLog]> => {
      const both = [run(), run()] as const;
      for (const intentLog of both) await intentLog.sentAt("key");
      return both;
    };

    it("takes nothing away that the other one has noted of the same create", async () => {
      const endings: Readonly<Record<string, (intentLog: FileIntentLog) => unknown>> = {
        refused: (intentLog) => intentLog.refused("key"),
        withdrawn: (intentLog) => intentLog.withdrawn("key"),
        recorded: (intentLog) => intentLog.recorded("key"),
        answered: (intentLog) => {
          intentLog.answered("key");
          intentLog.end();
        },
      };
      for (const [ending, end] of Object.entries(endings)) {
        home = freshPulumiHome();
        const [mine, other] = await two();
        await mine.sending("key");
        await other.sending("key");

        await end(mine);

        expect(await run().sentAt("key"), ending).to.equal(clock.now());
      }
    });

    it("takes nothing away when it ends without having made anything, as a preview does", async () => {
      const [mine, other] = await two();
      await other.sending("key");
      expect(await mine.leftAt(() => "key")).to.equal(undefined);

      mine.end();

      expect(await run().sentAt("key")).to.equal(clock.now());
    });

    it("notes a create also where the other one takes the empty directory away in the same moment", async () => {
      for (let turns = 0; turns < 40; turns++) {
        home = freshPulumiHome();
        const [mine, other] = await two();
        await mine.sending("first");
        mine.answered("first");
        const sending = other.sending("key");
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        mine.end();
        await sending;

        expect(await run().sentAt("key"), `after ${turns} turns`).to.equal(clock.now());
      }
    });

    it("leaves a note alone that the other one has not written to its end", async () => {
      await run().sending("key");
      const note = join(home, files().at(-1)!);
      writeFileSync(note, "");

      expect(await run().sentAt("key")).to.equal(undefined);

      expect(existsSync(note)).to.equal(true);
    });
  });

  it("tells the other instances of a run what was taken over, until the run ends, and no other run", async () => {
    const taker = instanceIn("127.0.0.1:1");
    await taker.takes("object");

    expect(await instanceIn("127.0.0.1:1").isTaken("object")).to.equal(true);
    expect(await instanceIn("127.0.0.1:1").isTaken("another object")).to.equal(false);
    expect(await instanceIn("127.0.0.1:2").isTaken("object")).to.equal(false);
    expect(await run().isTaken("object")).to.equal(false);
    taker.end();
    expect(await instanceIn("127.0.0.1:1").isTaken("object")).to.equal(false);
    expect(files()).to.deep.equal(["power-platform", join("power-platform", "creates")]);
  });

  it("does not take what a killed run of the same address has taken over for this run's", async () => {
    await instanceIn("127.0.0.1:1").takes("object");
    clock.advance(day + 1);

    expect(await instanceIn("127.0.0.1:1").isTaken("object")).to.equal(false);
    expect(await instanceIn("127.0.0.1:2").sentAt("key")).to.equal(undefined);
    expect(files().filter((file) => file.includes(".taken."))).to.deep.equal([]);
  });

  it("knows the notes of versions that did not tell processes apart", async () => {
    await run().sending("key");
    const note = join(home, files().at(-1)!);
    renameSync(note, join(note, "../key"));

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("tells stacks apart", async () => {
    await run("infra/dev").sending("key");

    expect(await run("infra/prod").sentAt("key")).to.equal(undefined);
    expect(await run("other/dev").sentAt("key")).to.equal(undefined);
  });

  it("holds nothing but hashes and a time", async () => {
    await run("infra/dev").sending("0a1b");

    expect(files().at(-1)).to.match(/^power-platform[\\/]creates[\\/][0-9a-f]{16}[\\/]0a1b\.[0-9a-f]{8}$/);
  });

  it("keeps a note for thirty days", async () => {
    await run().sending("key");
    clock.advance(30 * day);
    expect(await run().sentAt("key")).to.be.a("number");

    clock.advance(1);

    expect(await run().sentAt("key")).to.equal(undefined);
    expect(files().filter((file) => file.includes("key"))).to.deep.equal([]);
  });

  it("does without notes while nobody knows the stack, and where files cannot be written or read", async () => {
    const unknown = fileIntentLog({ home, stack: () => Promise.resolve(undefined), clock });
    await unknown.sending("key");
    unknown.answered("key");
    unknown.end();
    expect(files()).to.deep.equal([]);

    const blocked = join(home, "a file");
    writeFileSync(blocked, "");
    const intentLog = fileIntentLog({ home: blocked, stack: () => Promise.resolve("infra/dev"), clock });
    await intentLog.sending("key");
    intentLog.answered("key");
    expect(await intentLog.leftAt(() => "key")).to.equal(undefined);
    await intentLog.recorded("key");
    intentLog.end();
    const next = fileIntentLog({ home: blocked, stack: () => Promise.resolve("infra/dev"), clock });
    expect(await next.sentAt("key")).to.equal(undefined);
  });
});
