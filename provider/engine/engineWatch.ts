import { connect } from "node:net";

const intervalMs = 5_000;

/**
 * Calls `onGone` when the engine that started this process is gone, and again as long as the process lives. A killed CLI
 * leaves it running for ever, and the parent of a dynamic provider is a shell that stays, so only the engine's port tells.
 */
export function watchEngine(address: string, onGone: () => void): void {
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  const host = address.slice(0, address.lastIndexOf(":")) || "127.0.0.1";
  let refusals = 0;
  const look = (): void => {
    const socket = connect({ port, host });
    socket.unref();
    socket.once("connect", () => {
      refusals = 0;
      socket.destroy();
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      socket.destroy();
      refusals = error.code === "ECONNREFUSED" ? refusals + 1 : 0;
      if (refusals > 1) onGone();
    });
  };
  setInterval(look, intervalMs).unref();
}
