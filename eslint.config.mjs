import tseslint from "typescript-eslint";

/** Lint rules. Layers between folders are held by dependency-cruiser (.dependency-cruiser.cjs), layout by Prettier. */
export default tseslint.config(
  { ignores: ["**/dist/", "node_modules/", "coverage/", "**/*.d.ts"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Randomness is injected.",
        },
      ],
    },
  },
  {
    // One program for all of them; else each example's own tsconfig.json makes another.
    files: ["examples/**/*.ts", "test/package/project/*.ts"],
    languageOptions: { parserOptions: { projectService: false, project: "tsconfig.programs.json" } },
    // A program may say what it knows of its tenant.
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // Both forms of a class have the same outputs: an interface of its name brings them in.
    files: ["sdk/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-declaration-merging": "off",
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // Type-level assertions name a parameter once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-properties": [
        "error",
        ...["describe", "it", "context"].map((object) => ({
          object,
          property: "only",
          message: "Runs one test alone.",
        })),
      ],
    },
  },
);
