import type { Listed } from "../../../../provider/transport/collections/listed";
import { type ScriptedApi, scriptedApi } from "../scriptedApi";

export const path = "/authorization/roleAssignments";
export const query = { "api-version": "2024-10-01" };
export const assignments = { path, query, idKey: "id" };
export const item = (id: string, name = id): Record<string, unknown> => ({ id, name });

export const itemsOf = async (listing: Promise<Listed>): Promise<readonly unknown[]> => (await listing).items;

/** An api whose listings stay on their way until `answer` is called for the oldest of them. */
export function slowApi(): ScriptedApi & {
  answer: (items: unknown[]) => Promise<void>;
  fail: (error: Error) => Promise<void>;
} {
  const open: { resolve: (body: unknown) => void; reject: (error: Error) => void }[] = [];
  const api = scriptedApi(() => new Promise((resolve, reject) => open.push({ resolve, reject })));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return Object.assign(api, {
    answer: (items: unknown[]) => {
      open.shift()!.resolve({ value: items });
      return settled();
    },
    fail: (error: Error) => {
      open.shift()!.reject(error);
      return settled();
    },
  });
}
