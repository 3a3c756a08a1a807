// Made from sdk/components/index.ts by `npm run generate`; a test says when it is not current.

export { GovernedEnvironment } from "./governedEnvironment";
