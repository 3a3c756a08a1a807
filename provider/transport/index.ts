export type { Api, ApiRequest, ApiResponse } from "./api";
export { type ApiOptions, createApi } from "./client";
export { type Clock, systemClock } from "./clock";
export { Collections } from "./collections";
export { listAll } from "./paginate";
export type { Log } from "./policies/log";
export { poll, type PollOptions } from "./poll";
export type { TokenNeed, Tokens } from "./tokens";
