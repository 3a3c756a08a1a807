import { nameOf, pluginSchema } from "./pluginSchema";

/** The languages that Pulumi's generators know. */
export const languages = ["typescript", "python", "go", "csharp", "java", "yaml"] as const;

export type Language = (typeof languages)[number];

export interface ExampleBlock {
  /** Name of the resource or function. */
  readonly of: string;
  readonly code: string;
}

const describedTokens = Object.entries({ ...pluginSchema.resources, ...pluginSchema.functions });

/** Names of everything that has to have an example. */
export const described: readonly string[] = describedTokens.map(([token]) => nameOf(token));

/** The examples of a language in the descriptions of resources and functions. */
export const blocksOf = (language: Language): ExampleBlock[] =>
  describedTokens.flatMap(([token, { description }]) =>
    [...description.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, "gs"))].map(([, code = ""]) => ({
      of: nameOf(token),
      code,
    })),
  );
