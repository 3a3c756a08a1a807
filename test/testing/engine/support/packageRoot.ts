import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package, wherever the compiled tests are. */
export function packageRoot(from = __dirname): string {
  const file = join(from, "package.json");
  const isOurs =
    existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name: string }).name === "pulumi-power-platform";
  return isOurs ? from : packageRoot(dirname(from));
}

/** The folder of a fixture plugin. */
export function pluginPath(name: string): string {
  return join(packageRoot(), "test/testing/engine/plugins", name);
}

/** The folder of a fixture program. */
export function programPath(name: string): string {
  return join(packageRoot(), "test/testing/engine/programs", name);
}
