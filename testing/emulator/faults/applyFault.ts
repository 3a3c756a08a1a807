import type { Answer } from "../answer";
import { answer } from "../answer";
import type { Delivery } from "./delivery";
import type { Fault } from "./fault";

/**
 * Carries out a fault. `carryOut` runs the operation; a fault "before" the change never calls it.
 */
export async function applyFault(
  fault: Fault,
  carryOut: () => Promise<Answer>,
  sleep: (ms: number) => Promise<void>,
): Promise<Delivery> {
  if (fault.kind === "slow") {
    const late = await carryOut();
    await sleep(fault.delayMs);
    return { kind: "answer", answer: late };
  }
  if (fault.kind === "truncated") return { kind: "truncated", answer: await carryOut() };
  const hidden = fault.moment === "after" ? await carryOut() : undefined;
  switch (fault.kind) {
    case "status":
      return { kind: "answer", answer: answer(fault.status, fault.body, fault.headers) };
    case "html":
      return {
        kind: "text",
        status: fault.status ?? 200,
        text: fault.page ?? htmlPage,
        contentType: "text/html; charset=utf-8",
      };
    case "empty":
      return { kind: "answer", answer: hidden !== undefined && isRefusal(hidden) ? hidden : answer(200) };
    case "reset":
    case "never":
      return { kind: fault.kind };
  }
}

/** A success in its place would be a lie, of which nobody could find out. */
const isRefusal = ({ status }: Answer): boolean => status >= 400;

const htmlPage = "<!DOCTYPE html><html><head><title>Our services aren't available right now</title></head></html>";
