import { dynamicPackage } from "../../../../testing/engine/providers/dynamicHost";
import type { ProviderCalls } from "../../../../testing/engine/providers/providerClient";
import type { ProviderHost, ProviderPlugin } from "../../../../testing/engine/providers/providerPlugin";
import { pulumiService } from "../../../inProcess/pulumiService";
import { runScript } from "../../../inProcess/runScript";
import { servedCalls } from "../../../inProcess/servedCalls";
import { ownAddress } from "../../../ownAddress";
import { packageRoot, pluginPath } from "./packageRoot";

let started = 0;

/** The toy providers in this process: the dynamic one and the plugin's, each start with a number of its own. */
export class ToyHost implements ProviderHost {
  private readonly running: ProviderPlugin[] = [];

  constructor(
    private readonly service: string,
    private readonly engineAddress: () => string,
  ) {}

  warm(): void {
    // There is nothing to load.
  }

  start(packageName: string): Promise<ProviderPlugin> {
    const engineAddress = ownAddress(this.engineAddress());
    const isDynamic = packageName === dynamicPackage;
    const load = this.loader(engineAddress);
    const client = isDynamic
      ? servedCalls(pulumiService(engineAddress, (text) => load(fileIn(text)) as object))
      : pluginCalls(load(`${pluginPath("toy")}/calls.js`) as Calls);
    let stopped: Promise<void> | undefined;
    const plugin = {
      client,
      origin: isDynamic ? undefined : { engineAddress, directory: pluginPath("toy") },
      stop: () => (stopped ??= client.cancel().then(() => undefined)),
    };
    this.running.push(plugin);
    return Promise.resolve(plugin);
  }

  hasConfigCalls(packageName: string): boolean {
    return packageName !== dynamicPackage;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((plugin) => plugin.stop()));
  }

  /** Loads files of the toy as a process of its own would. */
  private loader(engineAddress: string): (file: string) => unknown {
    const process = {
      argv: ["node", "toy", engineAddress],
      cwd: packageRoot,
      env: { TOY_SERVICE: this.service },
      pid: `in process ${++started}`,
    };
    const loaded = new Map<string, unknown>();
    const load = (file: string): unknown => {
      if (!loaded.has(file)) loaded.set(file, runScript(file, { process, require: requireOwn }));
      return loaded.get(file);
    };
    const requireOwn = (name: string, own: NodeJS.Require): unknown =>
      name.startsWith(".") ? load(own.resolve(name)) : undefined;
    return load;
  }
}

/** The file that the text of a note's provider requires. */
const fileIn = (text: unknown): string => JSON.parse(/require\((".*")\)/.exec(String(text))![1]!) as string;

type Calls = Readonly<Record<string, (request: unknown) => unknown>>;

const pluginCalls = (calls: Calls): ProviderCalls => servedCalls((method, request) => calls[method]!(request));
