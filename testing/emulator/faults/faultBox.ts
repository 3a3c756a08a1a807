import type { ActiveFault, Fault, FaultInput } from "./fault";
import { isFault } from "./isFault";
import { globMatcher, patternMatcher } from "./pathMatcher";

export interface FaultTarget {
  method: string;
  path: string;
  operationId?: string;
}

interface Slot {
  fault: ActiveFault;
  matches: (target: FaultTarget) => boolean;
}

/** The faults asked for, in the order they were asked for; the first that hits a request wins. */
export class FaultBox {
  private slots: Slot[] = [];

  constructor(private readonly newId: () => string) {}

  /** Throws when it is no fault. */
  add(input: FaultInput): ActiveFault {
    const { path, ...rest } = input;
    const where = path instanceof RegExp ? { pathPattern: path.source } : path === undefined ? {} : { path };
    const plain: unknown = { ...rest, ...where };
    if (!isFault(plain)) throw new Error(`Not a fault: ${JSON.stringify(plain)}.`);
    const fault: ActiveFault = { ...plain, id: this.newId(), matched: 0, hit: 0 };
    this.slots.push({ fault, matches: matcherOf(plain) });
    return fault;
  }

  list(): ActiveFault[] {
    return this.slots.map(({ fault }) => structuredClone(fault));
  }

  clear(): void {
    this.slots = [];
  }

  /** Counts the request with every fault it matches and answers the first that hits it. */
  take(target: FaultTarget): Fault | undefined {
    let taken: Fault | undefined;
    for (const { fault, matches } of this.slots) {
      if (!matches(target)) continue;
      fault.matched += 1;
      if (taken !== undefined || !isDue(fault)) continue;
      fault.hit += 1;
      taken = fault;
    }
    return taken;
  }
}

function isDue(fault: ActiveFault): boolean {
  const times = fault.times ?? 1;
  return fault.matched >= (fault.nth ?? 1) && (times === "always" || fault.hit < times);
}

function matcherOf({ method, path, pathPattern, operationId }: Fault): Slot["matches"] {
  const paths = [
    ...(path === undefined ? [] : [globMatcher(path)]),
    ...(pathPattern === undefined ? [] : [patternMatcher(pathPattern)]),
  ];
  return (target) =>
    (method === undefined || method.toUpperCase() === target.method) &&
    (operationId === undefined || operationId === target.operationId) &&
    paths.every((isPath) => isPath(target.path));
}
