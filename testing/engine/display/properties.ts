import type { Change } from "../properties/changes";
import type { Properties } from "../properties/value";
import { changesOf, type DoneStep } from "../recorder";
import { renderValue } from "./value";

/** The lines about a step's properties: all of them for a create or delete, else those that differ. */
export function renderProperties(step: DoneStep): string[] {
  switch (step.op) {
    case "create":
    case "create-replacement":
      return step.old ? [] : renderAll(step.new?.inputs ?? {});
    case "same":
    case "delete-replaced":
    case "delete":
      return [];
    case "read":
      return step.old ? changesOf(step).map(renderChange) : renderAll(step.new?.outputs ?? {});
    default:
      return changesOf(step).map((change) => renderChange(change, step.replaceKeys));
  }
}

function renderAll(properties: Properties): string[] {
  const shown = Object.keys(properties).filter((key) => !key.startsWith("__"));
  return shown.sort().map((key) => `  ${key}: ${renderValue(properties[key] ?? null)}`);
}

function renderChange(change: Change, replaceKeys: readonly string[] | number = []): string {
  const [top = ""] = change.path.split(/[.[]/, 1);
  const replaces = typeof replaceKeys === "object" && (replaceKeys.includes(top) || replaceKeys.includes(change.path));
  if (change.old === undefined) return `+ ${change.path}: ${renderValue(change.new ?? null)}`;
  if (change.new === undefined) return `- ${change.path}: ${renderValue(change.old)}`;
  const sign = replaces ? "+-" : "~";
  return `${sign} ${change.path}: ${renderValue(change.old)} => ${renderValue(change.new)}`;
}
