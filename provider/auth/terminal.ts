import { closeSync, openSync } from "node:fs";

/** Variables that pipelines set: GitHub, GitLab and most others; Azure DevOps; Jenkins; TeamCity. */
const pipelineVariables = ["CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION"];

/**
 * Whether a person sits at a terminal. Pulumi starts providers with pipes, so it is the terminal of the session that is
 * looked for.
 */
export function hasTerminal(env: Readonly<Record<string, string | undefined>>): boolean {
  if (pipelineVariables.some((name) => isSet(env[name]))) return false;
  try {
    closeSync(openSync(process.platform === "win32" ? String.raw`\\.\CONIN$` : "/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== "" && value.toLowerCase() !== "false";
