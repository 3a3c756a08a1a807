import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import type { Recorded } from "../remote/located";
import type { Context } from "./context";

/**
 * The live object, or what state has of one that has expired by itself. It stays in state, because another one would hold something
 * else. An object that is not there before its time was deleted.
 */
export async function liveOrExpired(
  recorded: Recorded,
  live: Values | undefined,
  { serviceClock, warnOnce }: Pick<Context, "serviceClock" | "warnOnce">,
): Promise<Values | undefined> {
  const { definition, id, outputs } = recorded;
  const { expiresAt } = definition.shape === "collection" ? definition : {};
  if (live !== undefined || expiresAt === undefined) return live;
  const text = String(outputs[expiresAt]);
  if (!(Date.parse(text) <= serviceClock.now())) return undefined;
  const key = definition.naturalKey.at(-1) ?? "";
  await warnOnce(
    `${definition.kind} ${id} expired`,
    `${labelOf(definition, outputs)} (${id}) has expired at ${text}. It stays in state and is not made again.\n` +
      `  Another \`${key}\` makes another one. To forget it, take it out of the program.`,
  );
  return { ...outputs, [definition.wireId]: recorded.place.wireId };
}
