import type { Values } from "../../declare/plainValues";
import type { ApiRequest } from "../../transport";
import type { FunctionDefinition } from "../defineFunction";

/** The request that asks what the arguments say. */
export function requestOf({ apiVersion, path, query, search }: FunctionDefinition, given: Values): ApiRequest {
  const found = search(given);
  const own = Object.entries(query(given)).filter(([, value]) => value !== undefined && value !== null);
  const all = { "api-version": apiVersion, ...Object.fromEntries(own.map(([name, value]) => [name, String(value)])) };
  return found === undefined
    ? { method: "GET", path: path(given), query: all }
    : { method: "POST", path: found.path, query: all, body: found.body, isRead: true };
}
