import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StandIn } from "./standIn";

/** A file with a federated token, as Kubernetes and GitLab give it. */
export interface TokenFile extends StandIn {
  readonly path: string;
  /** Puts another token in it, as the kubelet does before the old one ends. */
  readonly write: (token: string) => void;
  readonly remove: () => void;
}

export function startTokenFile(token: string): TokenFile {
  const folder = mkdtempSync(join(tmpdir(), "stand-in-token-"));
  const path = join(folder, "token");
  const write = (text: string): void => {
    writeFileSync(path, `${text}\n`);
  };
  const remove = (): void => {
    rmSync(path);
  };
  write(token);
  return {
    path,
    env: { AZURE_FEDERATED_TOKEN_FILE: path },
    write,
    remove,
    stop: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}
