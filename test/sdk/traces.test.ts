import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { ComponentResource, type CustomResourceOptions, type ResourceOptions, runtime } from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { expect } from "chai";

import { withLocalSettings } from "../../testing/engine/program/localSettings";
import * as dynamic from "../../sdk";
import * as plugin from "../../sdk/plugin";

const here = pathToFileURL(__filename).toString();

/** Where this is called: what Pulumi has to record for a resource that is made in the same line. */
function lineHere(): string {
  const [, , frame = ""] = new Error().stack?.split("\n") ?? [];
  return /:(\d+):\d+\)?$/.exec(frame)![1]!;
}

interface Request {
  readonly name: string;
  readonly position: string;
}

/** The resources that a program registers, each with its position; `fails` says whose registration is refused. */
function registered(program: () => unknown, fails: (name: string) => boolean = () => false): Promise<Request[]> {
  return withLocalSettings(async () => {
    const seen: Request[] = [];
    await runtime.setMocks({
      newResource: ({ name, inputs }) => {
        if (fails(name)) throw new Error("the engine refuses it");
        return { id: `${name}-id`, state: inputs as Record<string, unknown> };
      },
      call: () => ({}),
    });
    const monitor = runtime.getMonitor() as unknown as Record<
      "registerResource",
      (request: RegisterResourceRequest, ...rest: unknown[]) => unknown
    >;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, ...rest) => {
      const position = request.getSourceposition();
      seen.push({ name: request.getName(), position: `${position?.getUri()}:${position?.getLine()}` });
      return register(request, ...rest);
    };
    await program();
    await runtime.disconnect();
    return seen;
  });
}

/** Runs something and gives the frames of every trace that was formatted meanwhile, the innermost first. */
async function tracesOf(run: () => Promise<unknown>): Promise<string[][]> {
  const traces: string[][] = [];
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.prepareStackTrace = (error, frames) => {
    traces.push(frames.map((frame) => frame.getFileName() ?? ""));
    const lines = frames.map(
      (frame) =>
        `    at ${frame.getFunctionName() ?? "f"} (${frame.getFileName() ?? ""}:${frame.getLineNumber() ?? 0}:${frame.getColumnNumber() ?? 0})`,
    );
    return [String(error), ...lines].join("\n");
  };
  try {
    await run();
  } finally {
    delete (Error as Partial<ErrorConstructor>).prepareStackTrace;
    if (before !== undefined) Object.defineProperty(Error, "prepareStackTrace", before);
  }
  return traces;
}

/** Rejections that nobody handles, which Pulumi prints; here instead of in mocha, which fails for one. */
async function unhandled(run: () => Promise<unknown>): Promise<unknown[]> {
  const listeners = process.rawListeners("unhandledRejection") as NodeJS.UnhandledRejectionListener[];
  const found: unknown[] = [];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (error) => found.push(error));
  try {
    await run().catch(() => undefined);
    // Node tells of them after the promises that are settled by now.
    await setImmediate();
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
  return found;
}

const forms: Readonly<Record<string, typeof dynamic.EnvironmentGroup>> = {
  dynamic: dynamic.EnvironmentGroup,
  plugin: plugin.EnvironmentGroup,
};

for (const [form, EnvironmentGroup] of Object.entries(forms)) {
  const args = { displayName: "Sales" };

  class Component extends ComponentResource {
    readonly line: string;

    constructor(name: string, options?: ResourceOptions) {
      super("test:index:Component", name, {}, options);
      // prettier-ignore
      this.line = [new EnvironmentGroup(`${name}-group`, args, { parent: this }), lineHere()].at(-1) as string;
    }
  }

  class Subclass extends EnvironmentGroup {
    static line = "";

    constructor(name: string, options?: CustomResourceOptions) {
      // prettier-ignore
      super(name, ((Subclass.line = lineHere()), args), options);
    }
  }

  describe(`a resource of the ${form} form`, () => {
    it("is registered without a trace for each of Pulumi's promises", async () => {
      const traces = await tracesOf(() => registered(() => new EnvironmentGroup("one", args)));

      const ofPromises = traces.filter(([innermost = ""]) => path.basename(innermost) === "debuggable.js");
      expect(ofPromises).to.deep.equal([]);
      expect(traces.filter((frames) => frames.length > 0)).not.to.deep.equal([]);
    });

    it("has the line of the program as its position", async () => {
      let line = "";

      // Pulumi reads no position of a function without a name.
      const [group] = await registered(function program() {
        // prettier-ignore
        return [new EnvironmentGroup("one", args), (line = lineHere())];
      });

      expect(group).to.deep.equal({ name: "one", position: `${here}:${line}` });
    });

    it("has its line in a component, or in a class that extends it, as its position", async () => {
      const made: Component[] = [];

      const seen = await registered(() => {
        made.push(new Component("component"));
        new Subclass("extended");
      });

      expect(seen.slice(1)).to.have.deep.members([
        { name: "component-group", position: `${here}:${made[0]!.line}` },
        { name: "extended", position: `${here}:${Subclass.line}` },
      ]);
    });

    it("says where the program made it when its registration fails", async () => {
      const [error] = await unhandled(() =>
        registered(
          () => new EnvironmentGroup("one", args),
          (name) => name === "one",
        ),
      );

      expect((error as Error).stack)
        .to.include("the engine refuses it")
        .and.include(path.basename(__filename));
    });

    it("leaves an error of a transformation its trace", async () => {
      const transformations = [
        function refuses(): never {
          throw new Error("not in this stack");
        },
      ];

      let thrown: unknown;
      await registered(() => {
        try {
          new EnvironmentGroup("one", args, { transformations });
        } catch (error) {
          thrown = error;
        }
      });

      expect((thrown as Error).stack)
        .to.include("not in this stack")
        .and.include("refuses");
    });

    it("leaves the limit of traces as the program has set it, also when it cannot be made", async () => {
      const before = Error.stackTraceLimit;
      const limits: number[] = [];
      Error.stackTraceLimit = 23;
      try {
        await registered(() => {
          new EnvironmentGroup("one", args);
          limits.push(Error.stackTraceLimit);
          expect(() => new EnvironmentGroup("", args)).to.throw("Missing resource name");
          limits.push(Error.stackTraceLimit);
        });
        limits.push(Error.stackTraceLimit);
      } finally {
        Error.stackTraceLimit = before;
      }

      expect(limits).to.deep.equal([23, 23, 23]);
    });
  });
}
