import { readFileSync } from "node:fs";
import path from "node:path";
import { GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

import { version } from "../version";
import { packageRoot } from "./getPluginInfo";

/** The schema that scripts/schema.mjs has written, with the version of the package. */
export function getSchema(): GetSchemaResponse {
  const text = readFileSync(path.join(packageRoot, "plugin/schema.json"), "utf8");
  const { name, ...rest } = JSON.parse(text) as Record<string, unknown>;
  const response = new GetSchemaResponse();
  response.setSchema(JSON.stringify({ name, version, ...rest }));
  return response;
}
