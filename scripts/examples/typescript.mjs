/** The example as it stands in the sources, with its import. */
export const typescript = ({ code, names }, { npmName }) =>
  `import { ${names.join(", ")} } from "${npmName}";\n\n${code}`;
