import { writeFile } from "node:fs/promises";

import { createRuntime } from "../provider/runtime/createRuntime";
import type { Kind } from "../provider/resources";
import { systemClock } from "../provider/transport/clock";
import { type ForbiddenError, neutralJson, tellLine } from "../provider/errors";
import { providerText } from "../sdk/providerText";
import { typeToken } from "../provider/resources/typeToken";
import type { Command } from "./command";
import { UsageError } from "./command";
import { importableKinds, type LiveResource, liveResources } from "./liveResources";
import { parse } from "./parse";

const help = `Usage: pulumi-power-platform import-file [options]

Reads the tenant that the environment names and writes its objects as a file for

  pulumi import --file import.json --generate-code=false

Pulumi cannot read dynamic resources for an import itself; from CLI 3.254 on it takes what such a file holds. With an older
CLI declare the resource with \`adopt: true\`. Only reads the tenant.

  --kind <kind>     ${importableKinds.join(", ")}; may be repeated. Default: every kind that the caller may list;
                    the others are named in a warning
  --output <file>   where to write (default: standard output)`;

const options = { kind: { type: "string", multiple: true }, output: { type: "string" } } as const;

/** `pulumi-power-platform import-file`. */
export const importFile: Command = {
  help,
  async run(args) {
    const { values } = parse({ args, options });
    const wanted = (values.kind ?? importableKinds).map(kindOf);
    const { context } = createRuntime(
      { get: () => undefined },
      {
        env: process.env,
        clock: systemClock,
        warn: (message) => Promise.resolve(void process.stderr.write(`warning: ${message}\n`)),
        log: (line) => process.stderr.write(`${line}\n`),
      },
    );
    const skip = values.kind === undefined ? warnOfSkipped : undefined;
    const resources = (await liveResources(wanted, context, skip)).map(importSpec);
    const text = `${neutralJson(JSON.stringify({ resources }, undefined, 2))}\n`;
    if (values.output === undefined) process.stdout.write(text);
    else await writeFile(values.output, text);
    return 0;
  },
};

/** The first line says what was refused. With `--kind`, the error also says what to do. */
function warnOfSkipped(kind: Kind, { status, serviceMessage }: ForbiddenError): void {
  const reason = [`${status ?? 403} Forbidden`, ...(serviceMessage === undefined ? [] : [serviceMessage])];
  process.stderr.write(
    `${tellLine(`warning: ${kind} is left out: the caller may not list it (${reason.join(": ")}). With --kind ${kind} this is an error that says why.`)}\n`,
  );
}

function kindOf(name: string): Kind {
  const kind = importableKinds.find((each) => each.toLowerCase() === name.toLowerCase());
  if (kind === undefined) throw new UsageError(`--kind takes ${importableKinds.join(", ")}, not "${name}"`);
  return kind;
}

/** One resource of Pulumi's import file. With `outputs`, Pulumi does not call the provider. */
const importSpec = ({ kind, name, id, inputs, outputs }: LiveResource): object => {
  const __provider = providerText(kind);
  return {
    type: typeToken(kind),
    name,
    id,
    inputs: { ...inputs, __provider },
    outputs: { ...outputs, __provider },
  };
};
