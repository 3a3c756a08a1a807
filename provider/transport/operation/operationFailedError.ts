import { PowerPlatformError } from "../../errors";

/**
 * The service accepted a change and did not carry it out. `code` is its own, or the word it ended with (`Failed`,
 * `Canceled`); `outcome` is `refused` where only a check failed, else `unknown`: some of it may have been done.
 */
export class OperationFailedError extends PowerPlatformError {}
