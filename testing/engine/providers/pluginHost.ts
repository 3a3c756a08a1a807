import type { Diagnostic } from "../diagnostics";
import { ExecutableProcess, ScriptProcess } from "../program/childProcess";
import type { StackConfig } from "../program/stackConfig";
import { revealAll } from "../properties/secrets";
import type { HostOptions } from "./dynamicHost";
import { commandOf, executableOf, type PluginFolder } from "./pluginFolder";
import { PluginProcess } from "./pluginProcess";
import type { ProviderPlugin } from "./providerPlugin";

/** How plugins are started, and where their output goes. */
export interface PluginHostOptions extends HostOptions {
  plugins: readonly PluginFolder[];
  config: StackConfig;
  report: (diagnostic: Diagnostic) => void;
}

/** Starts the plugins of a project, found by their path. */
export class PluginHost {
  private readonly running = new Set<PluginProcess>();

  constructor(private readonly options: PluginHostOptions) {}

  async start(packageName: string): Promise<ProviderPlugin> {
    const folder = this.options.plugins.find(({ name }) => name === packageName);
    if (!folder) {
      throw new Error(
        `no resource plugin 'pulumi-resource-${packageName}' found in the workspace. ` +
          "Give its folder under `plugins: providers:` in Pulumi.yaml, or in the option plugins of the stack.",
      );
    }
    const plugin = this.launch(folder);
    this.running.add(plugin);
    await plugin.ready;
    return plugin;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((plugin) => plugin.stop()));
  }

  private launch(folder: PluginFolder): PluginProcess {
    const bin = executableOf(folder);
    const command = commandOf(folder);
    const { directory, env, project, config, report } = this.options;
    const engineAddress = this.options.engineAddress();
    const inputs = revealAll(config.forPackage(folder.name));
    const settings = {
      directory,
      env: { ...env, PULUMI_PROJECT: project, PULUMI_CONFIG: JSON.stringify(inputs) },
    };
    return new PluginProcess({
      origin: { engineAddress, directory: folder.path },
      start: (onLine) =>
        "script" in command
          ? new ScriptProcess({ ...settings, ...command, args: [...command.args, engineAddress], onLine })
          : new ExecutableProcess({ ...settings, ...command, args: [engineAddress], onLine }),
      notReady: (reason, printed) =>
        "port" in reason
          ? new Error(`plugin [${bin}] wrote an invalid port to stdout: could not parse port "${reason.port}"`)
          : new Error([`could not read plugin [${bin}]: exit status ${reason.exitCode}`, ...printed].join("\n")),
      onLine: (message) => {
        report({ severity: "debug", message });
      },
      onCrash: (printed) => {
        report({
          severity: "error",
          message:
            `Detected that ${bin} exited prematurely.\nThis is *always* a bug in the provider. ` +
            `Please report the issue to the provider author as appropriate.\n` +
            ["To assist with debugging we have dumped the STDOUT and STDERR streams of the plugin:", ...printed].join(
              "\n",
            ),
        });
      },
    });
  }
}
