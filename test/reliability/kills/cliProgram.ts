import { readFileSync } from "node:fs";

import type { Form } from "../../programs/forms";
import type { DeclaredResource } from "./programs";

/** The program of test/reliability/oldState/program: declares what the file DECLARED says. */
export = (sdk: Form["sdk"]): void => {
  const declared = JSON.parse(readFileSync(process.env.DECLARED!, "utf8")) as DeclaredResource[];
  for (const { kind, name, args } of declared) new sdk[kind](name, args as never);
};
