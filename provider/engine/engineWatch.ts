import { connect } from "node:net";

const intervalMs = 5_000;

/**
 * Calls `onGone` when the engine that started this process has ended, and again while the process lives. A killed CLI
 * does not end the process, and the parent of a dynamic provider is a shell that stays. So the engine's port is the only sign.
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
