import { expect } from "chai";

import { type Claim, type Intention, type Owner, RunRecord } from "../../../provider/lifecycle/runRecord";

/** What the two resources and the object are called; a dynamic provider is told no URN. */
const mine: Claim = { kind: "EnvironmentGroup", id: "6d0a", urn: "urn:mine" };
const others: Claim = { ...mine, urn: "urn:others" };
const nobodys: Claim = { kind: "EnvironmentGroup", id: "6d0a" };

const stays = { isLeaving: false };
const renames = { isLeaving: true };

interface Row {
  /** What is known of the object, as in the table of docs/reliability.md. */
  readonly known: string;
  readonly happen: (run: RunRecord) => void;
  /** Who asks. @default mine */
  readonly claim?: Claim;
  readonly owner: Readonly<Record<Intention, Owner>>;
}

const all = (owner: Owner): Row["owner"] => ({ create: owner, recover: owner, compare: owner, delete: owner });

const table: readonly Row[] = [
  { known: "nothing", happen: () => undefined, owner: all("free") },
  {
    known: "state has it for this resource",
    happen: (run) => {
      run.isInState(mine);
    },
    owner: all("mine"),
  },
  {
    known: "state has it for another resource, which the program does not declare",
    happen: (run) => {
      run.programRuns();
      run.isInState(others);
    },
    owner: all("free"),
  },
  {
    known: "the program declares it as this resource",
    happen: (run) => {
      run.programRuns(mine.urn);
      run.isDeclared(mine, stays);
    },
    owner: { create: "mine", recover: "another's", compare: "mine", delete: "mine" },
  },
  {
    known: "the program declares it as another resource, and this one too",
    happen: (run) => {
      run.programRuns(mine.urn);
      run.programRuns(others.urn);
      run.isDeclared(others, stays);
    },
    owner: all("another's"),
  },
  {
    known: "the program declares it as another resource, and state has it under a former name",
    happen: (run) => {
      run.programRuns(others.urn);
      run.isInState(mine);
      run.isDeclared(others, stays);
    },
    owner: { create: "another's", recover: "another's", compare: "mine", delete: "another's" },
  },
  {
    known: "the program declares it, and nobody tells as which resource",
    happen: (run) => {
      run.programRuns();
      run.isDeclared(nobodys, stays);
    },
    owner: { create: "free", recover: "another's", compare: "free", delete: "free" },
  },
  {
    known: "the program declares it with `adopt`, and nobody tells as which resource",
    happen: (run) => {
      run.programRuns();
      run.isDeclared({ ...nobodys, adopted: "adopt" }, stays);
    },
    owner: { create: "free", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "the program declares it with `adopt` as this resource",
    happen: (run) => {
      run.programRuns(mine.urn);
      run.isDeclared({ ...mine, adopted: "adopt" }, stays);
    },
    owner: { create: "mine", recover: "another's", compare: "mine", delete: "another's" },
  },
  {
    known: "the program declares it, and who asks has adopted it with `adopt`",
    happen: (run) => {
      run.programRuns();
      run.isDeclared(nobodys, stays);
    },
    claim: { ...nobodys, adopted: "adopt" },
    owner: { create: "free", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "the program has adopted it through an intent, and another record of it asks",
    happen: (run) => {
      run.programRuns();
      run.isDeclared({ ...nobodys, adopted: "2026-12-01T14:00:00Z" }, stays);
    },
    claim: nobodys,
    owner: { create: "free", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "the program declares it, and who asks has adopted it through an intent",
    happen: (run) => {
      run.programRuns();
      run.isDeclared(nobodys, stays);
    },
    claim: { ...nobodys, adopted: "2026-12-01T14:00:00Z" },
    owner: { create: "free", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "the program has adopted it through an intent, and the same record asks",
    happen: (run) => {
      run.programRuns();
      run.isDeclared({ ...nobodys, adopted: "2026-12-01T14:00:00Z" }, stays);
    },
    claim: { ...nobodys, adopted: "2026-12-01T14:00:00Z" },
    owner: { create: "free", recover: "another's", compare: "free", delete: "free" },
  },
  {
    known: "a refresh compares it for another resource before any program runs",
    happen: (run) => {
      run.isDeclared(others, stays);
    },
    owner: all("free"),
  },
  {
    known: "a create of this run made or adopted it for another resource",
    happen: (run) => {
      run.isCreated(others);
    },
    owner: all("another's"),
  },
  {
    known: "a create of this run made or adopted it for this resource",
    happen: (run) => {
      run.isCreated(mine);
    },
    owner: { create: "another's", recover: "another's", compare: "mine", delete: "another's" },
  },
  {
    known: "a create of this run made or adopted it, and nobody tells for which resource",
    happen: (run) => {
      run.isCreated(nobodys);
    },
    claim: nobodys,
    owner: { create: "another's", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "an update of this run is going to give it another natural key",
    happen: (run) => {
      run.programRuns(others.urn);
      run.isDeclared(others, renames);
    },
    owner: { create: "leaving", recover: "another's", compare: "free", delete: "another's" },
  },
  {
    known: "an update of this run has given it another natural key",
    happen: (run) => {
      run.programRuns(mine.urn);
      run.isDeclared(mine, renames);
      run.hasLeft(mine);
    },
    owner: { create: "mine", recover: "another's", compare: "mine", delete: "mine" },
  },
];

describe("whose an object is, as a run knows it", () => {
  for (const { known, happen, claim = mine, owner } of table) {
    it(`${known}: ${Object.entries(owner)
      .map((each) => each.join(" "))
      .join(", ")}`, () => {
      const run = new RunRecord();

      happen(run);

      const intentions: Intention[] = ["create", "recover", "compare", "delete"];
      const found = intentions.map((intention) => [intention, run.ownerOf(claim, intention)] as const);
      expect(Object.fromEntries(found)).to.deep.equal(owner);
    });
  }

  it("takes ids in another case for the same object, and other kinds for others", () => {
    const run = new RunRecord();

    run.isCreated(others);

    expect(run.ownerOf({ ...mine, id: "6D0A" }, "create")).to.equal("another's");
    expect(run.ownerOf({ ...mine, kind: "BillingPolicy" }, "create")).to.equal("free");
  });

  it("knows what it has deleted", () => {
    const run = new RunRecord();
    expect(run.hasDeleted(mine)).to.equal(false);

    run.isDeleted({ ...mine, id: "6D0A" });

    expect(run.hasDeleted(mine)).to.equal(true);
  });
});
