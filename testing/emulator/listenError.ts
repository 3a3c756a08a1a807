/** The option of `Emulator.start` that has to be another one. */
export type ListenOption = "host" | "port" | "httpsPort";

/** The emulator cannot listen where it was told to. */
export class ListenError extends Error {
  override readonly name = "ListenError";

  constructor(
    readonly option: ListenOption,
    /** What is wrong, without the way out. */
    readonly reason: string,
    cause: unknown,
  ) {
    super(`${reason}; the option ${option} takes another`, { cause });
  }
}

/** Names the address and the option in the error that Node gives, such as a bare EADDRINUSE. */
export function listenError(cause: unknown, option: "port" | "httpsPort", host: string, port: number): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  switch (code) {
    case "EADDRINUSE":
      return new ListenError(option, `port ${port} is in use (${address}, ${code})`, cause);
    case "EACCES":
      return new ListenError(option, `port ${port} may not be opened by this user (${address}, ${code})`, cause);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new ListenError("host", `"${host}" is no address of this machine (${code})`, cause);
    default:
      return cause;
  }
}
