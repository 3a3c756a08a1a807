import { deploy } from "../../../testing/engine/deployment";
import type { Diagnostic } from "../../../testing/engine/diagnostics";
import { StackConfig } from "../../../testing/engine/program/stackConfig";
import type { OperationKind } from "../../../testing/engine/result";
import { fromDeployment, toDeployment } from "../../../testing/engine/state/deployment";
import type { ResourceState } from "../../../testing/engine/state/resourceState";
import { isStack, nameOf } from "../../../testing/engine/state/urn";
import type { Op } from "../../../testing/engine/steps/step";
import { fakeClock } from "../../fakeClock";
import { freshPulumiHome } from "../../pulumiHome";
import { InProcessHost } from "../../inProcess/inProcessHost";
import { ListedProgram, type Registration } from "./listedProgram";

/** Neither changes anything in the tenant. */
const unchanging = new Set<Op>(["same", "refresh"]);

/** What came of an operation. */
export interface Done {
  readonly failed: boolean;
  /** Everything that was said, errors first. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What was or would be done with resources, but for the stack itself. */
  readonly changes: readonly string[];
}

export interface InProcessStackOptions {
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Steps at a time. */
  readonly parallel: number;
}

/** When everything that belongs to an operation is killed, in requests to the tenant. */
export interface Kill {
  /** How many have come in so far. */
  readonly requests: () => number;
  /** The one that is the last; the tenant lets none through after it. */
  readonly last: number;
}

/** A stack whose program and providers run in this process, with time that passes at once. The rest is the engine for tests. */
export class InProcessStack {
  /** The state, as it would be exported. */
  private state = textOf([]);
  private readonly config: StackConfig;
  /** The directory that Pulumi has for itself. */
  readonly home = freshPulumiHome();

  constructor(private readonly options: InProcessStackOptions) {
    this.config = StackConfig.create("model", new Map(), options.config, options.secrets);
  }

  get exported(): string {
    return this.state;
  }

  get resources(): ResourceState[] {
    return fromDeployment(JSON.parse(this.state) as ReturnType<typeof toDeployment>);
  }

  /** Runs an operation. Only one that is no preview changes the state; one that is killed, as far as it had come. */
  async run(
    kind: OperationKind,
    program: readonly Registration[],
    { refresh = false, kill }: { readonly refresh?: boolean; readonly kill?: Kill | undefined } = {},
  ): Promise<Done> {
    const preview = kind === "preview";
    const clock = fakeClock(Date.now());
    const isKilled = (): boolean => kill !== undefined && kill.requests() >= kill.last;
    let checkpoint = this.state;
    const { recorder, resources, error } = await deploy({
      kind,
      preview,
      project: "model",
      stack: "test",
      program: new ListedProgram(program),
      config: this.config,
      env: {},
      parallel: this.options.parallel,
      refresh,
      replace: [],
      imports: [],
      plugins: [],
      hostOf: (engineAddress) => new InProcessHost({ env: { PULUMI_HOME: this.home }, clock }, engineAddress, isKilled),
      signal: undefined,
      onMessage: undefined,
      onStep: (resources) => {
        if (!isKilled()) checkpoint = textOf(resources);
      },
      base: this.resources,
    });
    if (!preview) this.state = isKilled() ? checkpoint : textOf(resources);
    const said = recorder.diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
    return {
      failed: error !== undefined || isKilled(),
      text: [error?.message ?? "", ...said].join("\n").trim(),
      diagnostics: recorder.diagnostics,
      changes: recorder.steps
        .filter(({ op, old, new: now }) => !unchanging.has(op) && !isStack({ old, new: now }))
        .map(({ op, old, new: now }) => `${op} ${nameOf((now ?? old)?.urn ?? "")}`),
    };
  }
}

const textOf = (resources: readonly ResourceState[]): string =>
  JSON.stringify(toDeployment([...resources], new Date(0)));
