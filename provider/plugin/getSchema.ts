import { readFileSync } from "node:fs";
import path from "node:path";
import { GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

import { packageRoot } from "./getPluginInfo";

/** The schema that scripts/schema.mjs has written. */
export function getSchema(): GetSchemaResponse {
  const response = new GetSchemaResponse();
  response.setSchema(readFileSync(path.join(packageRoot, "plugin/schema.json"), "utf8"));
  return response;
}
