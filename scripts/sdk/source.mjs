// Pieces of TypeScript source.
import { withoutChange } from "../words.mjs";

/** A JSDoc comment: in one line where it fits. */
export function doc({ text, tags = [] }, indent = "") {
  const lines = [...text.split("\n"), ...tags.map(([name, value]) => `@${name} ${value}`.trim())];
  const line = lines.join(" ");
  const isShort = !text.includes("\n") && indent.length + line.length <= 103;
  if (isShort) return `${indent}/** ${line} */`;
  return [`${indent}/**`, ...lines.map((each) => `${indent} * ${each}`.trimEnd()), `${indent} */`].join("\n");
}

/** The words of a field for what a program gets and cannot change. */
export const asOutput = ({ text }) => ({ text: withoutChange(text) });

/** An interface with its comment and members. */
export const interfaceOf = (name, words, members, base) =>
  `${doc(words)}\nexport interface ${name}${base === undefined ? "" : ` extends ${base}`} {\n${members.join("\n")}\n}`;

/** A source with a line that names its origin. */
export const source = (madeFrom, ...parts) =>
  [`// Made from ${madeFrom} by \`npm run generate\`; a test says when it is not current.`, ...parts]
    .filter((part) => part !== "")
    .join("\n\n");

/** An import of the names of `from` that `text` uses. */
export function importOf(from, names, text, keyword = "import type") {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return used.length === 0 ? "" : `${keyword} { ${used.join(", ")} } from "${from}";`;
}
