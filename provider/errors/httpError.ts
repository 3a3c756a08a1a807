import { PowerPlatformError } from "./powerPlatformError";

/** A status of the service without a separate class. */
export class HttpError extends PowerPlatformError {}
