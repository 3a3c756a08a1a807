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
  import: " =",
  "import-replacement": "=>",
};

/** The signs before a line, two characters each, exactly as the Pulumi CLI prints them. */
export const prefixes: Record<Op, string> = {
  same: "  ",
  create: "+ ",
  update: "~ ",
  delete: "- ",
  replace: "+-",
  "create-replacement": "++",
  "delete-replaced": "--",
  read: "> ",
  "read-replacement": ">>",
  refresh: "~ ",
  discard: "< ",
  "discard-replaced": "<<",
  "remove-pending-replace": "~ ",
  import: "= ",
  "import-replacement": "=>",
};
