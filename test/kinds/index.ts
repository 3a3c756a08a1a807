import { existsSync } from "node:fs";
import path from "node:path";

import { type Kind, kinds } from "../../provider/resources";
import type { Properties } from "../scenarios/driver";
import type { KindCase } from "./kindCase";

export type { KindCase } from "./kindCase";

/** The case of a kind: the file beside this one that is named as the declaration is. */
function caseOf(kind: Kind): KindCase {
  const name = `${kind[0]!.toLowerCase()}${kind.slice(1)}`;
  const file = path.join(__dirname, `${name}.js`);
  if (!existsSync(file)) throw new Error(`${kind} needs sample data: write test/kinds/${name}.ts`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by name, so that nobody lists them
  return (require(file) as Readonly<Record<string, KindCase>>)[name]!;
}

/** Every kind, in the order of the registry. */
export const kindCases: readonly KindCase[] = kinds.map(caseOf);

/** A good program's inputs, one of each kind. */
export const declared = Object.fromEntries(kindCases.map(({ kind, inputs }) => [kind, inputs])) as Readonly<
  Record<Kind, Properties>
>;

/** The emulator's tenant. */
export const tenantId = "00000000-0000-4000-8000-000000000001";
