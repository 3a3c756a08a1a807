import { PowerPlatformError } from "./powerPlatformError";

/** The settings do not say how to reach the tenant. The message names each setting and where it came from. */
export class ConfigurationError extends PowerPlatformError {}
