// Writes the registries of provider/resources and provider/functions: what is declared in their folders, by namespace and name.
import { functionSources, resourceSources } from "./declarations.mjs";
import { writeFileIfChanged } from "./generatedPart.mjs";
import { importOf, source } from "./sdk/source.mjs";

/** Imports of the constants of declarations. */
const imports = (sources, folder) =>
  [...sources.values()].map(
    ({ path, constant }) => `import { ${constant} } from ".${path.slice(folder.length, -".ts".length)}";`,
  );

const constants = (sources) => [...sources.values()].map(({ constant }) => constant);

const resources = source(
  "the declarations beside it",
  [
    'import type { ResourceDefinition } from "../declare/define";',
    ...imports(resourceSources, "provider/resources"),
  ].join("\n"),
  `/** Every kind of resource, by name. The names are in every state file and are kept for ever. */
export const resources = {
${[...resourceSources].map(([kind, { constant }]) => `  ${kind}: ${constant},`).join("\n")}
} as const;

export type Kind = keyof typeof resources;

export const definitionOf = (kind: Kind): ResourceDefinition => resources[kind];

export const kinds = Object.keys(resources) as Kind[];`,
);

const functions = source(
  "the declarations beside it",
  [
    importOf("./defineFunction", ["FunctionDefinition"], "FunctionDefinition"),
    ...imports(functionSources, "provider/functions"),
  ].join("\n"),
  `/** Every function. */
export const functions: readonly FunctionDefinition[] = [
${constants(functionSources)
  .map((constant) => `  ${constant},`)
  .join("\n")}
];

/** The function of a name that the SDK has. */
export function functionOf(name: string): FunctionDefinition {
  const found = functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(\`there is no function \${name}\`);
  return found;
}`,
);

await writeFileIfChanged("provider/resources/index.ts", resources, "typescript", "generate.mjs");
await writeFileIfChanged("provider/functions/index.ts", functions, "typescript", "generate.mjs");
