export type { Api, ApiRequest, ApiResponse } from "./api";
export { type Clock, systemClock } from "./clock";
export { Collections } from "./collections";
export { listAll } from "./paginate";
export { poll, type PollOptions } from "./poll";
