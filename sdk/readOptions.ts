import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi";

import type { Kind } from "../provider/resources";

/** The options of a `get`. Without an id Pulumi would make a new resource, and complain of arguments that nobody gave. */
export function readOptions(
  kind: Kind,
  name: string,
  id: Input<ID> | undefined,
  options?: CustomResourceOptions,
): CustomResourceOptions {
  if (id === undefined || id === "") {
    throw new RunError(
      `${kind}.get("${name}"): the id is empty. Write the id of an existing one; \`new ${kind}\` makes one.`,
    );
  }
  return { ...options, id };
}
