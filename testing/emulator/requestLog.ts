/** One API request as it arrived and was answered. */
export interface LoggedRequest {
  /** Number of the request since the start, from 1. */
  number: number;
  /** ISO time of the emulator's clock. */
  at: string;
  method: string;
  /** Path as sent, without the query. */
  path: string;
  query: Record<string, string>;
  /** Route template of the contract, when the path has one. */
  route?: string;
  operationId?: string;
  /** It changes nothing: a GET, or a POST that asks a question. */
  isRead: boolean;
  /** Request headers, lower-case names; credentials are replaced by "(redacted)". */
  headers: Record<string, string>;
  /** JSON body as sent. */
  body?: unknown;
  /** Status answered. Absent when the client got none: reset, or still waiting. */
  status?: number;
  /** Length of the JSON that was answered, in bytes. Absent for an empty body, and for the answer of a fault. */
  bytes?: number;
  /** `x-ms-correlation-id` of the answer. */
  correlationId?: string;
  /** Kind of the fault that hit it. */
  fault?: string;
  /** Whether the operation ran, also when its answer was lost. */
  carriedOut: boolean;
}

/** What clients asked of the API, oldest first. Sign-ins and the control surface are not in it. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private count = 0;

  open(entry: Omit<LoggedRequest, "number" | "carriedOut">): LoggedRequest {
    this.count += 1;
    const opened: LoggedRequest = { number: this.count, carriedOut: false, ...entry };
    this.entries.push(opened);
    return opened;
  }

  list(): LoggedRequest[] {
    return structuredClone(this.entries);
  }

  clear(): void {
    this.entries = [];
  }
}

const secretHeaders = ["authorization", "cookie", "proxy-authorization"];

/** Headers for the log: the token is never in it. */
export const redactHeaders = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter((header): header is [string, string | string[]] => header[1] !== undefined)
      .map(([name, value]) => [name, secretHeaders.includes(name) ? "(redacted)" : String(value)]),
  );
