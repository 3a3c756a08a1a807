import { PowerPlatformError } from "./powerPlatformError";

/** The settings are wrong or incomplete. The message names each setting and its origin. */
export class ConfigurationError extends PowerPlatformError {}
