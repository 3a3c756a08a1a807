import { PowerPlatformError } from "./powerPlatformError";

/** The caller aborted. `outcome` says whether a write may have arrived before that. */
export class CancelledError extends PowerPlatformError {}
