import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect } from "chai";

import { fileIntentLog, type FileIntentLog } from "../../../../provider/lifecycle/intents/fileIntentLog";
import { type FakeClock, fakeClock } from "../../../fakeClock";
import { ConfigurationError } from "../../../../provider/errors";
import { failure } from "../../transport/failure";
import { freshPulumiHome } from "../../../pulumiHome";

const day = 24 * 60 * 60 * 1_000;

describe("the log of create intents", () => {
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
    await run().sending("key", clock.now());
    clock.advance(5_000);

    expect(await run().sentAt("key")).to.equal(clock.now() - 5_000);
    expect(await run().sentAt("another key")).to.equal(undefined);
  });

  it("takes what another process of the same run has sent for no interrupted create, and that of an earlier run for one", async () => {
    await instanceIn("127.0.0.1:1").sending("key", clock.now());

    expect(await instanceIn("127.0.0.1:1").sentAt("key")).to.equal(undefined);
    expect(await instanceIn("127.0.0.1:2").sentAt("key")).to.equal(clock.now());
    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("forgets what the service has refused", async () => {
    const intentLog = run();
    await intentLog.sending("key", clock.now());
    await intentLog.refused("key");

    expect(await intentLog.sentAt("key")).to.equal(undefined);
    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("forgets what was answered when the run ends in an orderly way, and nothing else", async () => {
    const intentLog = run();
    await intentLog.sending("answered", clock.now());
    await intentLog.sending("sent", clock.now());
    intentLog.answered("answered");
    expect(await run().sentAt("answered"), "the engine may be killed before it writes the state").to.equal(clock.now());

    intentLog.end();

    expect(await run().sentAt("answered")).to.equal(undefined);
    expect(await run().sentAt("sent")).to.equal(clock.now());
  });

  it("leaves no directory when nothing is left to remember", async () => {
    const intentLog = run();
    await intentLog.sending("key", clock.now());
    intentLog.answered("key");
    intentLog.end();

    expect(files()).to.deep.equal(["power-platform", "power-platform/creates"]);
  });

  it("forgets what a later run sees in state", async () => {
    await run().sending("key", clock.now());
    const intentLog = run();
    await intentLog.recorded(() => "key");

    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("keeps what the same run has sent, whatever was in state before", async () => {
    await run().sending("key", clock.now());
    const intentLog = run();
    await intentLog.sending("key", clock.now());
    await intentLog.recorded(() => "key");

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("asks for no key where nothing was left", async () => {
    const intentLog = run();
    await intentLog.sending("key", clock.now());

    await intentLog.recorded(() => {
      throw new Error("asked");
    });

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("forgets what was left when what it was about is taken over, and keeps it when there may be another one", async () => {
    await run().sending("taken over", clock.now());
    await run().sending("sent again", clock.now());
    const intentLog = run();
    await intentLog.sending("sent again", clock.now());
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
        recorded: (intentLog) => intentLog.recorded(() => "key"),
        answered: (intentLog) => {
          intentLog.answered("key");
          intentLog.end();
        },
      };
      for (const [ending, end] of Object.entries(endings)) {
        home = freshPulumiHome();
        const [mine, other] = await two();
        await mine.sending("key", clock.now());
        await other.sending("key", clock.now());

        await end(mine);

        expect(await run().sentAt("key"), ending).to.equal(clock.now());
      }
    });

    it("takes nothing away when it ends without having made anything, as a preview does", async () => {
      const [mine, other] = await two();
      await other.sending("key", clock.now());

      mine.end();

      expect(await run().sentAt("key")).to.equal(clock.now());
    });

    it("notes a create also where the other one takes the empty directory away in the same moment", async () => {
      for (let turns = 0; turns < 40; turns++) {
        home = freshPulumiHome();
        const [mine, other] = await two();
        await mine.sending("first", clock.now());
        mine.answered("first");
        const sending = other.sending("key", clock.now());
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        mine.end();
        await sending;

        expect(await run().sentAt("key"), `after ${turns} turns`).to.equal(clock.now());
      }
    });

    it("leaves a intent alone that the other one has not written to its end", async () => {
      await run().sending("key", clock.now());
      const intent = join(home, files().at(-1)!);
      writeFileSync(intent, "");

      expect(await run().sentAt("key")).to.equal(undefined);

      expect(existsSync(intent)).to.equal(true);
    });
  });

  it("knows the intents of versions that did not tell processes apart", async () => {
    await run().sending("key", clock.now());
    const intent = join(home, files().at(-1)!);
    renameSync(intent, join(intent, "../key"));

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("tells stacks apart", async () => {
    await run("infra/dev").sending("key", clock.now());

    expect(await run("infra/prod").sentAt("key")).to.equal(undefined);
    expect(await run("other/dev").sentAt("key")).to.equal(undefined);
  });

  it("holds nothing but hashes and a time", async () => {
    await run("infra/dev").sending("0a1b", clock.now());

    expect(files().at(-1)).to.match(/^power-platform[\\/]creates[\\/][0-9a-f]{16}[\\/]0a1b\.[0-9a-f]{8}$/);
  });

  it("keeps a intent for thirty days", async () => {
    await run().sending("key", clock.now());
    clock.advance(30 * day);
    expect(await run().sentAt("key")).to.be.a("number");

    clock.advance(1);

    expect(await run().sentAt("key")).to.equal(undefined);
    expect(files().filter((file) => file.includes("key"))).to.deep.equal([]);
  });

  it("does without intents while nobody knows the stack", async () => {
    const unknown = fileIntentLog({ home, stack: () => Promise.resolve(undefined), clock });

    await unknown.sending("key", clock.now());
    unknown.answered("key");
    unknown.end();

    expect(files()).to.deep.equal([]);
  });

  it("names the folder that cannot be written, before the create is sent", async () => {
    const blocked = join(home, "a file");
    writeFileSync(blocked, "");

    for (const [folder, reason] of [
      [blocked, "ENOTDIR"],
      ["/proc/self/fdinfo", "ENOENT"],
    ] as const) {
      const intentLog = fileIntentLog({ home: folder, stack: () => Promise.resolve("infra/dev"), clock });
      const error = await failure(intentLog.sending("key", clock.now()));

      expect(error).to.be.instanceOf(ConfigurationError);
      expect(error.message).to.contain(folder).and.contain(reason).and.contain("PULUMI_HOME");
      intentLog.end();
    }
  });
});
