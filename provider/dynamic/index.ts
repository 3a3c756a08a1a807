import type { ResourceProvider } from "@pulumi/pulumi/dynamic";

import { definitionOf, type Kind, kinds } from "../resources";
import { systemClock } from "../transport/clock";
import { adapt } from "./adapter";
import type { ConfigReader } from "../auth/configReader";
import { engineAddressIn } from "../engine/engineAddress";
import { engineLog, stderrLog } from "../engine/engineLog";
import { watchEngine } from "../engine/engineWatch";
import { rootStack } from "../engine/rootStack";
import { callsUnderWay } from "../engine/callsUnderWay";
import { asPulumiError } from "./pulumiError";
import { createRuntime, type Runtime } from "../runtime/createRuntime";

/** Address of the engine, in the process that Pulumi starts for dynamic providers. */
const engineAddress = engineAddressIn(process.argv);
const isProviderProcess = /dynamic-provider/.test(process.argv[1] ?? "") && engineAddress !== undefined;

const { warn, progress } = isProviderProcess ? engineLog(engineAddress) : stderrLog;
if (isProviderProcess) {
  // The engine sends it at the end of a run.
  process.once("SIGINT", () => {
    shared?.end();
    process.exit(0);
  });
  // Calls under way are finished first.
  watchEngine(engineAddress, () => {
    if (callsUnderWay.size === 0) process.exit(0);
  });
}

const providers = new Map<string, ResourceProvider>();
let shared: Runtime | undefined;

/**
 * The provider of one kind. Every resource's state holds the text `require("pulumi-power-platform/dynamic").provider("<kind>")`,
 * so this export and the kinds never change.
 */
export function provider(kind: string): ResourceProvider {
  if (!isKind(kind)) {
    const message = `pulumi-power-platform does not know the kind "${kind}"; this version has ${kinds.join(", ")}.`;
    throw asPulumiError(new Error(message), undefined);
  }
  const known = providers.get(kind) ?? adapt(definitionOf(kind), runtimeOf);
  providers.set(kind, known);
  return known;
}

const isKind = (kind: string): kind is Kind => kinds.includes(kind as Kind);

/** A process serves one provider instance, so all kinds have the same configuration. */
function runtimeOf(config: ConfigReader): Runtime {
  shared ??= createRuntime(config, {
    env: process.env,
    clock: systemClock,
    warn,
    ...(isProviderProcess ? { stack: rootStack(engineAddress), engineAddress } : {}),
    log: (line) => process.stderr.write(`${line}\n`),
    // Pulumi does not say which resource a call is about. A message without a resource is shown beside the stack.
    progress: (message, resource) => void progress(resource === undefined ? message : `${resource}: ${message}`),
  });
  return shared;
}
