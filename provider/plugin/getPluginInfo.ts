import { readFileSync } from "node:fs";
import path from "node:path";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

/** The package as it is installed; this file is compiled to dist/provider/plugin. */
export const packageRoot = path.join(__dirname, "../../..");

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as { version: string }).version;

export function getPluginInfo(): PluginInfo {
  const info = new PluginInfo();
  info.setVersion(packageVersion());
  return info;
}
