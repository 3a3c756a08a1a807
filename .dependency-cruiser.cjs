/** The layers of docs/architecture.md. Imports point one way: adapters -> lifecycle -> remote -> declare + transport + auth -> errors. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("no-cycles", "Modules do not need each other in a circle.", {}, { circular: true }),
    forbid(
      "errors-stand-alone",
      "errors import nothing of the provider.",
      { path: "^provider/errors/" },
      { path: "^(provider/(?!errors/)|sdk|testing|cli|demo|bench)" },
    ),
    forbid(
      "transport-and-auth-below",
      "transport and auth know neither resources nor lifecycle nor adapters.",
      { path: "^provider/(transport|auth)/" },
      {
        path: "^(provider/(declare|remote|lifecycle|runtime|resources|functions|dynamic|plugin|engine)/|sdk|testing|cli|demo|bench)",
      },
    ),
    forbid(
      "declare-stands-alone",
      "declare knows errors only.",
      { path: "^provider/declare/" },
      { path: "^(provider/(?!(declare|errors)/|guid)|sdk|testing|cli|demo|bench)" },
    ),
    forbid(
      "declarations-are-data",
      "Declarations of resources and functions use declare.",
      { path: "^provider/(resources|functions)/", pathNot: "^provider/functions/call/" },
      {
        path: "^(provider/(functions/call/|(?!(declare|errors|resources|functions)/|guid))|sdk|testing|cli|demo|bench)",
      },
    ),
    forbid(
      "remote-below-lifecycle",
      "remote knows declarations, transport and sign-in, and decides nothing.",
      { path: "^provider/remote/" },
      { path: "^(provider/(?!(declare|remote|transport|auth|errors)/|guid)|sdk|testing|cli|demo|bench)" },
    ),
    forbid(
      "lifecycle-below-adapters",
      "lifecycle and the calls of functions know no adapter.",
      { path: "^provider/(lifecycle|runtime|functions/call)/" },
      { path: "^(provider/(dynamic|plugin|engine)/|sdk|testing|cli|demo|bench)" },
    ),
    forbid(
      "runtime-above-lifecycle",
      "The lifecycle is given its services.",
      { path: "^provider/(remote|lifecycle)/" },
      { path: "^provider/runtime/" },
    ),
    forbid(
      "functions-beside-lifecycle",
      "Resources do not need the functions.",
      { path: "^provider/(remote|lifecycle)/" },
      { path: "^provider/functions/" },
    ),
    forbid(
      "adapters-stand-alone",
      "The adapter is found by name at run time; programs and tests are no part of it.",
      { path: "^provider/" },
      { path: "^(sdk|testing|cli|demo|bench)" },
    ),
    forbid(
      "adapters-apart",
      "The two adapters share what they know of Pulumi's engine, and nothing else.",
      { path: "^provider/(dynamic|plugin|engine)/" },
      { path: "^provider/(dynamic|plugin)/", pathNot: "^provider/$1/" },
    ),
    forbid(
      "sdk-stays-light",
      "What programs import reaches declarations only: neither transport nor sign-in.",
      { path: "^sdk/" },
      {
        path: "^(provider/(transport|auth|runtime|dynamic|plugin|engine)/|testing|cli|demo|bench|node_modules/(axios|@azure)/)",
      },
    ),
    forbid(
      "pulumi-at-the-edges",
      "Pulumi's package is imported by sdk, adapters and the test engine only.",
      {
        path: "^(provider/(errors|transport|auth|declare|remote|lifecycle|runtime|resources|functions)|cli|testing/(emulator|cli))/",
      },
      { path: "node_modules/@pulumi/" },
    ),
    forbid(
      "nothing-imports-testing",
      "The package does not import the one for tests.",
      { path: "^(sdk|provider|cli)/" },
      { path: "^testing/" },
    ),
    forbid(
      "testing-stands-alone",
      "The package for tests holds all that it imports.",
      { path: "^testing/" },
      { path: "^(sdk|provider|cli|demo|bench|test)/" },
    ),
    forbid(
      "only-declared",
      "Every import is in package.json.",
      { path: "^(sdk|provider|testing|cli|demo)/" },
      {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"],
        // dependency-cruiser takes peerDependenciesMeta for a list of packages, of a kind it does not know.
        dependencyTypesNot: ["npm-peer"],
      },
    ),
    forbid(
      "no-dev-at-run-time",
      "What is published needs no development dependency.",
      { path: "^(sdk|provider|testing|cli)/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm-peer", "type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^testing/dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
    },
  },
};
