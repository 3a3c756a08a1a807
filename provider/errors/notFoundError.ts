import { PowerPlatformError } from "./powerPlatformError";

/** The service proved that the object does not exist (404 in its own words, not in those of a proxy). */
export class NotFoundError extends PowerPlatformError {}
