import { descendants, type Usage, usageOf } from "./processes";

/** How to recognize a provider's process, with the test engine and with the CLI. */
const isProvider = ({ command }: Usage): boolean =>
  /^\S*node .*(cmd[/\\]dynamic-provider|provider[/\\]plugin[/\\]main\.js|nothingPlugin\.js)/.test(command);

const intervalMs = 50;

/** Samples the provider processes of an operation until it is stopped. The processes end with the operation, so a later measurement is not possible. */
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
