import { descendants, type Usage, usageOf } from "./processes";

/** How a provider's process is known, under the engine of this repository and under the CLI. */
const isProvider = ({ command }: Usage): boolean =>
  /^\S*node .*(cmd[/\\]dynamic-provider|provider[/\\]plugin[/\\]main\.js|nothingPlugin\.js)/.test(command);

const intervalMs = 50;

/** Watches the provider processes of an operation until told to stop; they end with the operation, so nobody can be asked then. */
export function watchProviders(): () => readonly Usage[] {
  const seen = new Map<number, Usage>();
  const look = (): void => {
    for (const pid of descendants()) {
      const usage = usageOf(pid);
      if (usage !== undefined && isProvider(usage)) seen.set(pid, usage);
    }
  };
  const timer = setInterval(look, intervalMs);
  return () => {
    clearInterval(timer);
    return [...seen.values()];
  };
}
