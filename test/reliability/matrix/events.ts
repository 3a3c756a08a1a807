import { type Emulator, seeded } from "../../../testing/emulator";
import type { Properties } from "../../scenarios/driver";
import { kindCases } from "../../kinds";
import type { Lane } from "./lane";
import { failureOf } from "./failureOf";
import { refreshes } from "./providerProcess";
import { StackOfOne } from "./stackOfOne";

/** Something that happens to a whole stack that is as declared, between two runs or by command. */
export interface StackEvent {
  readonly name: string;
  readonly meaning: string;
  /** Whether the run goes on as if nothing were, or says why it does not. */
  readonly promised: "ok" | "refused";
  readonly adopts?: true;
  readonly replaces?: true;
  /** What is there before the stack is made. */
  readonly prepare?: (lane: Lane) => Promise<void>;
  readonly happen?: (lane: Lane, other: Emulator) => Promise<void>;
  /** How the runs go on afterwards. */
  readonly mend?: (lane: Lane) => Promise<void>;
}

const secretOf = (lane: Lane, secret: string): Record<string, string> => ({
  ...lane.emulator.envFor({ credential: "clientSecret" }),
  POWER_PLATFORM_CLIENT_SECRET: secret,
});

const signInWith =
  (secret: string) =>
  (lane: Lane): Promise<void> =>
    lane.use(secretOf(lane, secret));

/** The first secret and all tokens got with it are worth nothing any more. */
function rotate({ emulator }: Lane): void {
  emulator.tenant.principals.update(seeded.application.id, { secret: "second" });
  emulator.entra.revokeTokens();
}

const { clientSecret } = seeded.application;

export const events: readonly StackEvent[] = [
  {
    name: "`up --replace`",
    meaning: "The new object would be the old one, so nothing is made or deleted.",
    promised: "refused",
    replaces: true,
  },
  {
    name: "`up --replace` with `adopt: true`",
    meaning: "The object is kept as its own replacement.",
    promised: "ok",
    adopts: true,
    replaces: true,
  },
  {
    name: "another tenant",
    meaning:
      "The provider's credentials and `tenantId` are those of another tenant. Nothing is asked or changed there.",
    promised: "refused",
    happen: (lane, other) => lane.use(other.env()),
    mend: (lane) => lane.use(lane.emulator.env()),
  },
  {
    name: "credential rotated",
    meaning: "The environment of the next run has a new secret, and the old one is worth nothing.",
    promised: "ok",
    prepare: signInWith(clientSecret),
    happen: async (lane) => {
      rotate(lane);
      await signInWith("second")(lane);
    },
  },
  {
    name: "credential expired",
    meaning: "The environment of the next run still has the old secret.",
    promised: "refused",
    prepare: signInWith(clientSecret),
    happen: async (lane) => {
      rotate(lane);
      await lane.kill();
    },
    mend: signInWith("second"),
  },
];

/** What came of an event for one kind, and what is wrong with it. */
export interface EventPlayed {
  readonly kind: string;
  readonly word: StackEvent["promised"];
  readonly problems: readonly string[];
}

/** Plays an event with one object of each kind, and the runs before and after it. */
export async function playEvent(lane: Lane, event: StackEvent, other: Emulator): Promise<EventPlayed[]> {
  const { emulator } = lane;
  await lane.reset();
  await event.prepare?.(lane);
  const first = await lane.run();
  const stacks = [];
  for (const kindCase of kindCases) {
    const { kind, inputs } = kindCase;
    const program: Properties = { ...inputs, ...(event.adopts ? { adopt: true } : {}) };
    const stack = new StackOfOne(kind, refreshes(lane.adapter));
    await stack.up(first, program);
    stacks.push({ kindCase, program, stack, before: stack.recorded });
  }
  const idsBefore = stacks.map(({ kindCase }) => kindCase.live(emulator).map(({ id }) => id));

  other.clearRequests();
  await event.happen?.(lane, other);
  emulator.clearRequests();
  const provider = await lane.run();
  const errors = [];
  for (const { stack, program } of stacks)
    errors.push(await failureOf(stack.up(provider, program, { replace: event.replaces === true })));

  await event.mend?.(lane);
  const next = await lane.run();
  const played: EventPlayed[] = [];
  for (const [index, { kindCase, program, stack, before }] of stacks.entries()) {
    const problems: string[] = [];
    const look = (what: string, isGood: boolean): void => {
      if (!isGood) problems.push(what);
    };
    const error = errors[index];
    look(
      `the error does not name ${kindCase.kind}: ${error?.message ?? ""}`,
      error === undefined || error.message.includes(kindCase.kind),
    );
    const afterwards = await failureOf(stack.up(next, program));
    look(`the next up fails: ${afterwards?.message ?? ""}`, afterwards === undefined);
    const ids = kindCase.live(emulator).map(({ id }) => id);
    look(`the tenant has ${ids.join(", ")}`, ids.join() === idsBefore[index]!.join());
    look("state has another id", stack.recorded?.id === before?.id && stack.condemned.length === 0);
    played.push({ kind: kindCase.kind, word: error === undefined ? "ok" : "refused", problems });
  }
  const writes = emulator.writes.map(({ method, path }) => `${method} ${path}`);
  const strays = other.requests.map(({ method, path }) => `${method} ${path}`);
  for (const [what, found] of [
    ["was written", writes],
    ["was asked of the other tenant", strays],
  ] as const) {
    if (found.length > 0) played.push({ kind: "all", word: event.promised, problems: [`${found.join(", ")} ${what}`] });
  }
  return played;
}
