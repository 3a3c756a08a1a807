import { PowerPlatformError } from "./powerPlatformError";

/** The service answered with a status that has no class of its own. */
export class HttpError extends PowerPlatformError {}
