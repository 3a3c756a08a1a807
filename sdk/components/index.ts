export { GovernedEnvironment } from "./governedEnvironment";
