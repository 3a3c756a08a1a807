import { check } from "./check";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { invoke } from "./invoke";
import type { Methods } from "./method";
import { read } from "./read";
import { update } from "./update";

/** The methods about resources, and those that call the tenant. */
export const resourceMethods: Methods = {
  check,
  diff,
  create,
  read,
  update,
  delete: remove,
  invoke,
};
