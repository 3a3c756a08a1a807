import { PowerPlatformError } from "./powerPlatformError";

/** There is no token, or the service refused it (401). Nothing was changed. */
export class AuthError extends PowerPlatformError {}
