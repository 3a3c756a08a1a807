import type { Emulator } from "../../testing/emulator";
import type { ActiveFault, FaultInput } from "../../testing/emulator/faults/fault";
import type { Value } from "../../testing/engine/properties/value";
import type { OperationKind } from "../../testing/engine/result";
import { Broken } from "./broken";
import { change } from "./changeProgram";
import { effectiveProgram } from "./effectiveProgram";
import { forecast, type Forecast, type Refusal } from "./forecast";
import { type Done, InProcessStack } from "./inProcess/inProcessStack";
import { allLive, isOfThisTime, isSameKey, kindModels, objectName } from "./kinds";
import { edited } from "./kinds/edit";
import { checkDeployed, checkDone, checkKept } from "./outcome";
import { type Declarations, registrationsOf, withChanged } from "./program";
import { type Recorded, recordedIn, recordOf } from "./recorded";
import { Notes } from "./notes";
import { checkDeclaredSecrets, checkSecretsKept, openText } from "./secrecy";
import { somebody, type SomebodyStep } from "./somebody";
import type { Adapter, Step, Story } from "./story";
import { TenantWatch } from "./tenantWatch";

/** How often what happened. A model in which nothing happens proves nothing. */
export type Tally = Record<string, number>;

/**
 * Plays a story and looks after every operation whether all still holds that always must.
 * @param emulator is reset first
 * @throws Broken with the step and what does not hold
 */
export async function play(story: Story, emulator: Emulator, tally: Tally = {}): Promise<void> {
  emulator.reset();
  emulator.configure(story.tenant);
  const run = new Play(story, emulator, tally);
  for (const [index, step] of story.steps.entries())
    await told(`step ${index}, ${JSON.stringify(step)}`, () => run.step(step));
  await told("in the end", () => run.comeToAnEnd());
}

async function told(where: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Broken(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

class Play {
  private readonly stack: InProcessStack;
  private readonly watch: TenantWatch;
  private readonly token: string;
  private adapter: Adapter;
  private program: Declarations = [];
  private deployed: Declarations = [];
  /** Faults that no operation has met yet. */
  private armed: FaultInput[] = [];
  /** What the next operation is killed by. */
  private kill: Extract<Step, { do: "kill" }> | undefined;
  private readonly notes: Notes;
  private count = 0;

  constructor(
    story: Story,
    private readonly emulator: Emulator,
    private readonly tally: Tally,
  ) {
    this.adapter = story.adapter;
    const { POWER_PLATFORM_ENDPOINT: endpoint, POWER_PLATFORM_TENANT_ID: tenantId } = emulator.env();
    this.token = tokenOf(emulator);
    this.stack = new InProcessStack({
      config: { "power-platform:endpoint": endpoint ?? "", "power-platform:tenantId": tenantId ?? "" },
      secrets: { "power-platform:accessToken": this.token },
      parallel: story.parallel,
    });
    this.notes = new Notes(this.stack.home, tenantId ?? "");
    this.watch = new TenantWatch(emulator.tenant);
    this.watch.learn([]);
  }

  async step(step: Step): Promise<void> {
    this.bump(step.do);
    switch (step.do) {
      case "preview":
        return this.preview();
      case "up":
        return this.up(step.refresh);
      case "refresh":
        return this.refresh();
      case "destroy":
        return this.destroy();
      case "fault":
        this.armed.push(step.fault);
        return;
      case "kill":
        this.kill = step;
        return;
      case "moveOver":
        this.adapter = this.adapter === "dynamic" ? "plugin" : "dynamic";
        return;
      case "takeBack":
        this.program = this.deployed;
        return;
      case "add":
      case "change":
      case "remove":
      case "rename":
      case "move":
      case "toggleSecret":
      case "adopt":
      case "dependOn":
      case "scopeTo":
        this.program = change(this.program, step, `r${++this.count}`);
        return;
      default:
        return this.letSomebody(step);
    }
  }

  /** What somebody makes a run of another stack may have made, which was killed. */
  private async letSomebody(step: SomebodyStep): Promise<void> {
    const { tenant } = this.emulator;
    const before = new Set(allLive(tenant).map(objectName));
    somebody(step, tenant, this.program, this.recorded);
    this.watch.learn(this.recorded);
    for (const object of allLive(tenant))
      if (!before.has(objectName(object))) await this.notes.leaveOfAnother(object.kind, object.entity);
  }

  /** Whatever happened, the stack comes to what the program says, once what stands in its way is cleared; and then it goes without a trace. */
  async comeToAnEnd(): Promise<void> {
    this.armed = [];
    this.kill = undefined;
    for (let round = 0; round < 8; round++) {
      const { refusals } = this.forecast();
      if (refusals.length === 0) break;
      for (const refusal of refusals) this.clearAway(refusal);
      await this.up(false);
    }
    await this.up(false);
    if (this.program.some((declared) => recordOf(this.recorded, declared) === undefined))
      throw new Broken("not everything that is declared was deployed");
    for (const { id, environmentGroupId } of this.emulator.tenant.environments.list()) {
      if (environmentGroupId) this.emulator.tenant.environments.update(id, { environmentGroupId: undefined });
    }
    this.watch.learn(this.recorded);
    await this.destroy();
    if (this.stack.resources.length > 0) throw new Broken(`the state is not empty: ${this.stack.exported}`);
  }

  private async preview(): Promise<void> {
    const program = this.effectiveProgram();
    const { fates, deleted, leaving } = this.forecast(program);
    const before = this.stack.exported;
    const { done, isFaulty } = await this.operate("preview", program);
    if (this.emulator.writes.length > 0)
      throw new Broken(`a preview wrote: ${JSON.stringify(this.emulator.writes)}`);
    if (this.stack.exported !== before) throw new Broken("a preview changed the state");
    if (isFaulty && done.failed) return;
    if (done.failed) throw new Broken(`the preview failed: ${done.text}`);
    if (isFaulty) return;
    const isDue = fates.some(({ action }) => action !== "same") || deleted.length > 0;
    // What is gone and no more declared leaves the state by a delete, or by a refresh before.
    const isLeft = leaving.length > 0;
    const isHalfMade = fates.some(({ recorded }) => (recorded?.state.initErrors.length ?? 0) > 0);
    // The dynamic adapter takes back what came from the plugin by an update that writes nothing.
    const isTakenBack =
      this.adapter === "dynamic" &&
      fates.some(({ recorded }) => recorded !== undefined && !("__provider" in recorded.state.outputs));
    const shows = done.changes.length > 0;
    if (shows !== isDue && !(shows && (isHalfMade || isLeft || isTakenBack)))
      throw new Broken(
        `the preview shows ${done.changes.join(", ")}, and there is ${isDue ? "something" : "nothing"} to do`,
      );
  }

  private async up(refresh: boolean): Promise<void> {
    const program = this.effectiveProgram();
    const before = this.forecast(program);
    const liveBefore = new Set(allLive(this.emulator.tenant).map(objectName));
    const { done, isFaulty, isKilled } = await this.operate("up", program, refresh);
    const { recorded } = this;
    const adopted = before.fates.flatMap(({ action, object }) =>
      action === "adopt" && object ? [object] : [],
    );
    const ours = new Set(recorded.map(objectName));
    this.watch.handOver(adopted.filter((object) => isKilled || ours.has(objectName(object))));
    const mayLose = isKilled || (isFaulty && done.failed && /Nothing was recorded/.test(done.text));
    this.watch.check(recorded, mayLose);
    if (isKilled) this.checkNoted(liveBefore);
    checkKept(this.emulator, before, recorded);
    if (done.failed) {
      this.bump(isKilled ? "up killed" : isFaulty ? "up failed by a fault" : "up refused");
      if (!isFaulty && !before.refusals.some(({ says }) => says.test(done.text)))
        throw new Broken(
          `the update failed: ${done.text}\nexpected: ${JSON.stringify(before.refusals.map((r) => String(r.says)))}`,
        );
      return;
    }
    this.bump("up done");
    const sure = before.refusals.filter(({ isSure }) => isSure);
    if (sure.length > 0)
      throw new Broken(
        `the update should have been refused: ${JSON.stringify(sure)}, ${String(sure[0]?.says)}`,
      );
    this.deployed = this.program;
    checkDeployed(this.emulator, this.forecast(program), recorded);
    if (!isFaulty && before.refusals.length === 0) checkDone(this.emulator, before, liveBefore, recorded);
    await this.calmly(() => this.preview());
    // A second object like it may be that of an interrupted create, carried out late; its note stays.
    const live = allLive(this.emulator.tenant).filter(
      (object) => ours.has(objectName(object)) || isOfThisTime(object),
    );
    const stale = before.fates.find(
      ({ declared: { kind }, inputs }) =>
        this.notes.has(kind, inputs) &&
        live.filter((object) => object.kind === kind && isSameKey(kind, inputs, object.entity)).length === 1,
    );
    if (stale) throw new Broken(`${stale.declared.name} is in state, and a note of its create is left`);
  }

  private async refresh(): Promise<void> {
    const before = this.recorded;
    const { done, isFaulty } = await this.operate("refresh", []);
    if (this.emulator.writes.length > 0)
      throw new Broken(`a refresh wrote: ${JSON.stringify(this.emulator.writes)}`);
    this.watch.check(this.recorded, false);
    if (done.failed && isFaulty) return;
    if (done.failed) throw new Broken(`the refresh failed: ${done.text}`);
    const live = new Set(allLive(this.emulator.tenant).map(objectName));
    const expected = before.filter((each) => live.has(objectName(each))).map(objectName);
    const found = this.recorded.map(objectName);
    if (JSON.stringify(found.sort()) !== JSON.stringify(expected.sort()))
      throw new Broken(`after a refresh the state holds ${found.join(", ")}, not ${expected.join(", ")}`);
  }

  private async destroy(): Promise<void> {
    const { refusals } = this.forecast([]);
    const { done, isFaulty } = await this.operate("destroy", []);
    this.watch.check(this.recorded, false);
    if (done.failed) {
      if (!isFaulty && !refusals.some(({ says }) => says.test(done.text)))
        throw new Broken(`the destroy failed: ${done.text}`);
      return;
    }
    if (!isFaulty && refusals.length > 0) throw new Broken("the destroy should have been refused");
    if (this.stack.resources.length > 0) throw new Broken(`the state is not empty: ${this.stack.exported}`);
  }

  /** Does something without faults; they come later. */
  private async calmly(work: () => Promise<void>): Promise<void> {
    const { armed } = this;
    this.armed = [];
    await work();
    this.armed = armed;
  }

  /** Runs an operation. Faults that it has met are over. */
  private async operate(
    kind: OperationKind,
    program: Declarations,
    refresh = false,
  ): Promise<{ done: Done; isFaulty: boolean; isKilled: boolean }> {
    this.emulator.clearRequests();
    const { armed, kill } = this;
    const noted = new Set(this.notes.files);
    this.kill = undefined;
    for (const fault of kill ? faultsOf(kill) : armed) this.emulator.fault(fault);
    const done = await this.stack.run(kind, registrationsOf(program, this.adapter), {
      refresh,
      kill: kill && { requests: () => this.emulator.requests.length, last: kill.nth },
    });
    const isFaulty = this.emulator.faults.some(({ hit }) => hit > 0);
    const isKilled = isFaulty && kill !== undefined;
    if (isFaulty) this.bump(`${kind} ${isKilled ? "killed" : "with a fault"}`);
    if (isFaulty && !isKilled) this.armed = [];
    const mayLeaveNotes = isKilled || (done.failed && this.emulator.faults.some(isAnswerLost));
    if (!mayLeaveNotes && this.notes.files.some((file) => !noted.has(file)))
      throw new Broken(`a note was left of a create whose outcome is known: ${done.text}`);
    this.emulator.clearFaults();
    this.bump("operations");
    this.checkState(done);
    if (kind === "up" && !done.failed) checkDeclaredSecrets(program, this.recorded);
    return { done, isFaulty, isKilled };
  }

  /** What a killed run has made, and nobody has recorded, the next one has to know for its own. */
  private checkNoted(liveBefore: ReadonlySet<string>): void {
    const unknown = allLive(this.emulator.tenant)
      .filter((object) => !liveBefore.has(objectName(object)) && this.watch.lost.has(objectName(object)))
      .find(({ kind, entity }) => !this.notes.has(kind, entity));
    if (unknown) throw new Broken(`there is no note of ${objectName(unknown)}, which a killed run has made`);
  }

  private checkState(done: Done): void {
    const { recorded } = this;
    checkSecretsKept(recorded);
    if (openText(JSON.parse(this.stack.exported) as Value).includes(this.token))
      throw new Broken("the token is in the state");
    if (done.text.includes(this.token)) throw new Broken("the token is in a message");
    const own = recorded.filter(({ isCondemned }) => !isCondemned).map(objectName);
    if (new Set(own).size < own.length) throw new Broken(`two resources for one object: ${own.join(", ")}`);
    const [violation] = this.emulator.contractViolations;
    if (violation) throw new Broken(`the emulator broke the contract: ${JSON.stringify(violation)}`);
  }

  private effectiveProgram(): Declarations {
    const { fates } = this.forecast(this.program);
    return effectiveProgram(fates, { recorded: this.recorded, adapter: this.adapter, notes: this.notes });
  }

  /** Mends the program or the tenant, so that a reason for a refusal is gone. */
  private clearAway({ kind, name }: Refusal): void {
    const { tenant } = this.emulator;
    const declared = this.program.find((each) => each.name === name);
    if (kind === "held") {
      for (const { id, environmentGroupId } of tenant.environments.list())
        if (environmentGroupId === name) tenant.environments.update(id, { environmentGroupId: undefined });
      this.watch.learn(this.recorded);
    } else if (declared !== undefined && kind === "scope") {
      this.program = withChanged(this.program, name, {
        inputs: edited(declared.inputs, ["scope", "tenant"]),
      });
    } else if (declared !== undefined) {
      const fate = this.forecast().fates.find((each) => each.declared.name === name);
      const isLost =
        fate !== undefined &&
        allLive(tenant).some(
          (object) =>
            this.watch.lost.has(objectName(object)) &&
            object.kind === declared.kind &&
            isSameKey(declared.kind, fate.inputs, object.entity),
        );
      const isUnasked = declared.inputs.adopt !== true;
      const edit =
        isLost && isUnasked ? (["adopt", true] as const) : kindModels[declared.kind].fresh(++this.count);
      this.program = withChanged(this.program, name, { inputs: edited(declared.inputs, edit) });
    }
  }

  private get recorded(): Recorded[] {
    return recordedIn(this.stack.resources);
  }

  private forecast(program: Declarations = this.effectiveProgram()): Forecast {
    return forecast(program, { recorded: this.recorded, tenant: this.emulator.tenant, notes: this.notes });
  }

  private bump(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }
}

/** The nth request is the last that reaches the tenant, or its carrying out the last that the tenant does. */
const faultsOf = ({ nth, moment }: Extract<Step, { do: "kill" }>): FaultInput[] => [
  { kind: "reset", nth, moment },
  { kind: "reset", nth: nth + 1, times: "always" },
];

/** Whether a create was hit so that nobody knows what came of it. */
const isAnswerLost = (fault: ActiveFault): boolean =>
  fault.hit > 0 && fault.method === "POST" && !(fault.kind === "status" && fault.status < 500);

const tokens = new WeakMap<Emulator, string>();

/** One token for all stories: what is secret is remembered by the process. */
function tokenOf(emulator: Emulator): string {
  const token = tokens.get(emulator) ?? emulator.env().POWER_PLATFORM_ACCESS_TOKEN ?? "";
  tokens.set(emulator, token);
  return token;
}
