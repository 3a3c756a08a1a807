import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { DeletedError } from "../errors";
import { awaitChange, changeOf } from "../remote/awaitChange";
import { isSettled } from "../remote/converge";
import type { Progress } from "../remote/located";
import { pollListing } from "../remote/pollListing";
import { shapeOf } from "../remote/shapes";
import type { Context } from "./context";
import type { Obtained } from "./make";

/** Waits for the operation of the create, if there is one. What is known of its object until then is what was asked for. */
export async function awaitCreate(progress: Progress & Pick<Obtained, "answer">, context: Context): Promise<void> {
  const { answer, definition, inputs, place, waitMs } = progress;
  if (answer === undefined) return;
  const change = changeOf(progress, labelOf(definition, inputs), waitMs);
  if (definition.shape !== "collection" || change.environmentId === undefined) {
    await awaitChange(answer, change, context);
    return;
  }
  const read = (): Promise<Values | undefined> => shapeOf(definition).readNow({ definition, place }, context);
  const isDone = async (): Promise<boolean> => {
    const live = await read();
    return live !== undefined && isSettled({ definition, live, inputs });
  };
  await awaitChange(answer, { ...change, isDone }, context);
  const live = await pollListing(read, (seen) => seen !== undefined, context);
  if (live === undefined) throw new DeletedError(`${definition.kind} ${place.wireId} was created, and is not shown`);
  progress.live = live;
}
