/** Something that a test starts in place of what a credential asks for its token. */
export interface StandIn {
  /** Environment variables that make a credential find it. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** A program on PATH. */
export interface StandInProgram extends StandIn {
  /** The command line of each start so far, without the program's name; several lines where an argument has several. */
  readonly starts: () => string[];
  /** Printed to stderr in place of a token, with exit code 1, while it is set. */
  refusal: string | undefined;
}

/** A server on loopback. */
export interface StandInServer extends StandIn {
  readonly url: string;
  readonly requests: () => ReceivedRequest[];
  /** Answered to every request while it is set. */
  refusal: Reply | undefined;
}

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names, values as sent, tokens too. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text, or a value sent as JSON. */
  readonly body?: unknown;
}

/** What a token is asked for. */
export interface TokenAsk {
  /** Without `/.default`, such as `https://api.powerplatform.com`. */
  readonly audience: string;
  readonly tenantId?: string;
  /** Of a user-assigned managed identity. */
  readonly clientId?: string;
}

/** A token for everybody, or a function that makes one. A promise that never settles is a program or server that hangs. */
export type GiveToken = string | ((ask: TokenAsk) => string | Promise<string>);
