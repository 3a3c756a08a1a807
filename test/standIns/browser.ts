import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type Program, startProgram } from "./program";

/**
 * A browser that nobody sits at: it opens the page it is started with and follows where it is sent, so that a sign-in which
 * Entra answers at once ends at the client that waits for it. `starts()` are the addresses.
 */
export async function startBrowser({ ca }: { readonly ca?: string } = {}): Promise<Program> {
  const program = await startProgram("browser", async ([address = ""]) => {
    // The client may close the connection as soon as it has what it waits for. With another exit code than 0, xdg-open would
    // open the page again.
    await visit(address, ca).catch(() => undefined);
    return {};
  });
  return {
    ...program,
    // How @azure/identity finds a browser on Linux: the package `open` brings xdg-open, which asks for these.
    env: { BROWSER: program.file, XDG_CURRENT_DESKTOP: "X-Generic", DISPLAY: "", WAYLAND_DISPLAY: "" },
  };
}

async function visit(address: string, ca: string | undefined): Promise<void> {
  const next = await new Promise<string | undefined>((resolve, reject) => {
    const send = address.startsWith("https:") ? httpsRequest : httpRequest;
    send(address, { ...(ca === undefined ? {} : { ca }), agent: false }, (response) => {
      response.resume();
      resolve(response.headers.location);
    })
      .on("error", reject)
      .end();
  });
  if (next !== undefined) await visit(new URL(next, address).href, ca);
}
