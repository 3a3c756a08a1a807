import { NotFoundError } from "./notFoundError";

/** An object that was there a moment ago is proven to be missing now. */
export class DeletedError extends NotFoundError {}
