import type { Emulator } from "../../testing/emulator";
import type { FaultInput } from "../../testing/emulator/faults/fault";
import type { Value } from "../../testing/engine/properties/value";
import type { OperationKind } from "../../testing/engine/result";
import { faultsOf, isAnswerLost } from "./badMoment";
import { Broken } from "./broken";
import { CreateIntents } from "./createIntents";
import { effectiveProgram } from "./effectiveProgram";
import { forecast, type Forecast } from "./forecast";
import { type Done, InProcessStack } from "./inProcess/inProcessStack";
import { objectName } from "./kinds";
import { type Declarations, registrationsOf } from "./program";
import { type Recorded, recordedIn, recordOf } from "./recorded";
import { checkDeclaredSecrets, checkSecretsKept, openText } from "./secrecy";
import type { Adapter, Step, Story } from "./story";
import type { Tally } from "./tally";
import { TenantWatch } from "./tenantWatch";
import { tokenOf } from "./tokenOf";

/** What came of an operation of a story. */
export interface Played {
  readonly done: Done;
  /** It has met a fault, or was killed. */
  readonly isFaulty: boolean;
  readonly isKilled: boolean;
}

/** Where a story plays: one stack, its tenant, and how far both have come. */
export class Scene {
  readonly stack: InProcessStack;
  readonly watch: TenantWatch;
  readonly intents: CreateIntents;
  adapter: Adapter;
  program: Declarations = [];
  deployed: Declarations = [];
  /** Faults that no operation has met yet. */
  armed: FaultInput[] = [];
  /** What the next operation is killed by. */
  kill: Extract<Step, { do: "kill" }> | undefined;
  private readonly token: string;
  private count = 0;

  constructor(
    story: Story,
    readonly emulator: Emulator,
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
    this.intents = new CreateIntents(this.stack.home, tenantId ?? "");
    this.watch = new TenantWatch(emulator.tenant);
    this.watch.learn([]);
  }

  get recorded(): Recorded[] {
    return recordedIn(this.stack.resources);
  }

  /**
   * The stack is not ready to move to the other form: a run was interrupted, so that the next one may adopt what state has already,
   * or state has an object under two names. The process of the other form would delete it with the old name.
   */
  get isBetween(): boolean {
    const names = this.recorded.map(objectName);
    return this.intents.files.length > 0 || new Set(names).size < names.length;
  }

  /** The program as it is deployed. */
  effectiveProgram(): Declarations {
    const { fates } = this.forecast(this.program);
    const { recorded, intents, adapter } = this;
    return effectiveProgram(fates, { recorded, intents, adapter });
  }

  forecast(program: Declarations = this.effectiveProgram()): Forecast {
    const { recorded, emulator, intents } = this;
    return forecast(program, { recorded, emulator, intents });
  }

  /** A number that nothing had before. */
  next(): number {
    return ++this.count;
  }

  bump(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }

  /** Does something without faults; they come later. */
  async calmly(work: () => Promise<void>): Promise<void> {
    const { armed } = this;
    this.armed = [];
    await work();
    this.armed = armed;
  }

  /** Runs an operation. Faults that it has met are over. */
  async operate(kind: OperationKind, program: Declarations, refresh = false): Promise<Played> {
    this.emulator.clearRequests();
    const { armed, kill } = this;
    const left = new Set(this.intents.files);
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
    const mayLeaveIntents = isKilled || (done.failed && this.emulator.faults.some(isAnswerLost));
    if (!mayLeaveIntents && this.intents.files.some((file) => !left.has(file)))
      throw new Broken(`an intent was left of a create whose outcome is known: ${done.text}`);
    this.emulator.clearFaults();
    this.bump("operations");
    this.checkState(done);
    if (kind === "up" && !done.failed) checkDeclaredSecrets(program, this.recorded);
    return { done, isFaulty, isKilled };
  }

  private checkState(done: Done): void {
    const { recorded } = this;
    checkSecretsKept(recorded);
    if (openText(JSON.parse(this.stack.exported) as Value).includes(this.token))
      throw new Broken("the token is in the state");
    if (done.text.includes(this.token)) throw new Broken("the token is in a message");
    // What was adopted under another name stays in state twice where the run ends before the old name leaves it.
    const own = this.program
      .map((declared) => recordOf(recorded, declared))
      .filter((each) => each !== undefined)
      .map(objectName);
    if (new Set(own).size < own.length) throw new Broken(`two resources for one object: ${own.join(", ")}`);
    const [violation] = this.emulator.contractViolations;
    if (violation) throw new Broken(`the emulator broke the contract: ${JSON.stringify(violation)}`);
  }
}
