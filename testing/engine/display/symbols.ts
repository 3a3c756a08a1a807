import type { Op } from "../steps/step";

/** The signs before a row, as the Pulumi CLI prints them. */
export const symbols: Record<Op, string> = {
  same: " =",
  create: " +",
  update: " ~",
  delete: " -",
  replace: "+-",
  "create-replacement": "++",
  "delete-replaced": "--",
  read: " >",
  "read-replacement": ">+",
  refresh: " ~",
  discard: " <",
  "discard-replaced": "<<",
  "remove-pending-replace": " -",
};
