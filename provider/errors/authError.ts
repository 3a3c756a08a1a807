import { PowerPlatformError } from "./powerPlatformError";

/** No token could be had, or the service refused the one that was sent (401). Nothing was changed. */
export class AuthError extends PowerPlatformError {}
