import { existsSync } from "node:fs";
import path from "node:path";

import { definitionOf, type Kind, kinds } from "../../provider/resources";
import type { Properties } from "../scenarios/driver";
import type { KindCase } from "./kindCase";
import type { LinkCase } from "./linkCase";
import type { SettingCase } from "./settingCase";

export type { KindCase } from "./kindCase";
export type { LinkCase } from "./linkCase";
export type { SettingCase } from "./settingCase";

interface Cases {
  readonly collection: KindCase;
  readonly link: LinkCase;
  readonly setting: SettingCase;
}

/** The kinds of a shape. */
export const kindsOf = (shape: keyof Cases): readonly Kind[] =>
  kinds.filter((kind) => definitionOf(kind).shape === shape);

/** The case of a kind: the file beside this one that is named as the declaration is. */
function caseOf(kind: Kind): unknown {
  const name = `${kind[0]!.toLowerCase()}${kind.slice(1)}`;
  const file = path.join(__dirname, `${name}.js`);
  if (!existsSync(file)) throw new Error(`${kind} needs sample data: write test/kinds/${name}.ts`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by name, so that nobody lists them
  return (require(file) as Readonly<Record<string, unknown>>)[name];
}

const casesOf = <S extends keyof Cases>(shape: S): readonly Cases[S][] =>
  kindsOf(shape).map((kind) => caseOf(kind) as Cases[S]);

/** Every kind of collection, in the order of the registry. */
export const kindCases = casesOf("collection");

/** Tests in which processes are killed or answers take seconds play these kinds for all collections. */
export const costlyCases = kindCases.filter(({ kind }) =>
  ["RoleAssignment", "EnvironmentGroup", "BillingPolicy", "IsvContract"].includes(kind),
);

export const linkCases = casesOf("link");

export const settingCases = casesOf("setting");

/** What the case of any shape has. */
export type AnyCase = Pick<KindCase, "kind" | "inputs" | "respelled" | "replacing">;

export const allCases: readonly AnyCase[] = [...kindCases, ...linkCases, ...settingCases];

/** A kind for each shape, for what is played through processes; of collections the one that makes the most different requests. */
export const ofEachShape: readonly Kind[] = [
  "BillingPolicy",
  ...kindsOf("link").slice(0, 1),
  ...kindsOf("setting").slice(0, 1),
];

/** A good program's inputs, one of each kind. */
export const declared = Object.fromEntries(allCases.map(({ kind, inputs }) => [kind, inputs])) as Readonly<
  Record<Kind, Properties>
>;

/** The emulator's tenant. */
export const tenantId = "00000000-0000-4000-8000-000000000001";
