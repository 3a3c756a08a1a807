import path from "node:path";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

import { version } from "../version";

/** The installed package. This file is compiled to dist/provider/plugin. */
export const packageRoot = path.join(__dirname, "../../..");

export function getPluginInfo(): PluginInfo {
  const info = new PluginInfo();
  info.setVersion(version);
  return info;
}
