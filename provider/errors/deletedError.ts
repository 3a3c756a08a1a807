import { NotFoundError } from "./notFoundError";

/** An object that existed a moment ago is proven to be missing now. */
export class DeletedError extends NotFoundError {}
