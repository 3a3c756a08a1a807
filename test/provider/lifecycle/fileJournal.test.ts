import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { fileJournal, type FileJournal } from "../../../provider/lifecycle/fileJournal";
import { type FakeClock, fakeClock } from "../../fakeClock";
import { freshPulumiHome } from "../../pulumiHome";

const day = 24 * 60 * 60 * 1_000;

describe("the journal of creates", () => {
  let home: string;
  let clock: FakeClock;

  beforeEach(() => {
    home = freshPulumiHome();
    clock = fakeClock();
  });

  /** A process of a stack. */
  const run = (stack = "infra/dev"): FileJournal =>
    fileJournal({ home, stack: () => Promise.resolve(stack), clock });
  const files = (): string[] => readdirSync(home, { recursive: true }).map(String);

  it("remembers what was sent when the process is gone, and since when", async () => {
    await run().sending("key");
    clock.advance(5_000);

    expect(await run().sentAt("key")).to.equal(clock.now() - 5_000);
    expect(await run().sentAt("another key")).to.equal(undefined);
  });

  it("forgets what the service has refused", async () => {
    const journal = run();
    await journal.sending("key");
    await journal.refused("key");

    expect(await journal.sentAt("key")).to.equal(undefined);
    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("forgets what was answered when the run ends in an orderly way, and nothing else", async () => {
    const journal = run();
    await journal.sending("answered");
    await journal.sending("sent");
    journal.answered("answered");
    expect(await run().sentAt("answered"), "the engine may be killed before it writes the state").to.equal(
      clock.now(),
    );

    journal.end();

    expect(await run().sentAt("answered")).to.equal(undefined);
    expect(await run().sentAt("sent")).to.equal(clock.now());
  });

  it("leaves no directory when nothing is left to remember", async () => {
    const journal = run();
    await journal.sending("key");
    journal.answered("key");
    journal.end();

    expect(files()).to.deep.equal(["power-platform", "power-platform/creates"]);
  });

  it("forgets what a later run sees in state", async () => {
    await run().sending("key");
    await run().recorded(() => "key");

    expect(await run().sentAt("key")).to.equal(undefined);
  });

  it("keeps what the same run has sent, whatever was in state before", async () => {
    await run().sending("key");
    const journal = run();
    await journal.sending("key");
    await journal.recorded(() => "key");

    expect(await run().sentAt("key")).to.equal(clock.now());
  });

  it("tells stacks apart", async () => {
    await run("infra/dev").sending("key");

    expect(await run("infra/prod").sentAt("key")).to.equal(undefined);
    expect(await run("other/dev").sentAt("key")).to.equal(undefined);
  });

  it("holds nothing but hashes and a time", async () => {
    await run("infra/dev").sending("0a1b");

    expect(files().at(-1)).to.match(/^power-platform[\\/]creates[\\/][0-9a-f]{16}[\\/]0a1b$/);
  });

  it("keeps a note for thirty days", async () => {
    await run().sending("key");
    clock.advance(30 * day);
    expect(await run().sentAt("key")).to.be.a("number");

    clock.advance(1);

    expect(await run().sentAt("key")).to.equal(undefined);
    expect(files().filter((file) => file.endsWith("key"))).to.deep.equal([]);
  });

  it("does without notes while nobody knows the stack, and where files cannot be written or read", async () => {
    const unknown = fileJournal({ home, stack: () => Promise.resolve(undefined), clock });
    await unknown.sending("key");
    unknown.answered("key");
    unknown.end();
    expect(files()).to.deep.equal([]);

    const blocked = join(home, "a file");
    writeFileSync(blocked, "");
    const journal = fileJournal({ home: blocked, stack: () => Promise.resolve("infra/dev"), clock });
    await journal.sending("key");
    journal.answered("key");
    await journal.recorded(() => "key");
    journal.end();
    const next = fileJournal({ home: blocked, stack: () => Promise.resolve("infra/dev"), clock });
    expect(await next.sentAt("key")).to.equal(undefined);
  });
});
