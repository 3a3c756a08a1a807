import type { SettingCase } from "../../kinds";
import { settingCases } from "../../kinds";
import type { Properties, ProviderDriver } from "../../scenarios/driver";
import type { Hit } from "./rows";
import type { StackOfOne } from "./stackOfOne";

/** One request of one operation on one kind of settings. */
export interface SettingRow extends Hit {
  readonly settingCase: SettingCase;
  /** What the program declared before; nothing where the operation adopts the settings. */
  readonly before?: Properties;
  /** What the program declares now; nothing where the operation puts back what was found. */
  readonly program?: Properties;
  readonly play: (stack: StackOfOne, provider: ProviderDriver) => Promise<unknown>;
}

/** One kind with a route of its own, one that is a member of another list and is changed by operations, and one of a tenant-wide list. */
const played: ReadonlySet<string> = new Set([
  "EnvironmentManagementSettings",
  "ManagedEnvironment",
  "ResourceThreshold",
]);

function rowsOf(settingCase: SettingCase): readonly SettingRow[] {
  const { inputs, readOperation } = settingCase;
  const program = { ...inputs, onDelete: "restore" };
  const look = { settingCase, moment: "look", method: "GET", target: { operationId: readOperation } } as const;
  const change = ([operationId]: SettingCase["restores"]) =>
    ({ settingCase, moment: "change", method: methodOf(operationId), target: { operationId } }) as const;
  const up: SettingRow["play"] = (stack, provider) => stack.up(provider, program);
  const creating = { operation: "create", program, play: up } as const;
  const updating = { operation: "update", before: program, program, play: up } as const;
  const deleting = {
    operation: "delete",
    before: program,
    play: (stack, provider) => stack.up(provider, undefined),
  } as const satisfies Partial<SettingRow>;
  const reading = { ...look, before: program, program } as const;
  return [
    { ...reading, operation: "refresh", play: (stack, provider) => stack.refresh(provider) },
    { ...reading, operation: "preview", play: (stack, provider) => stack.preview(provider, program) },
    { ...look, ...creating },
    { ...change(settingCase.writes(inputs)), ...creating },
    { ...change(settingCase.writes(inputs)), ...updating },
    { ...change(settingCase.restores), ...deleting },
  ];
}

const methodOf = (operationId: string): Hit["method"] =>
  operationId.startsWith("update") ? "PATCH" : operationId.startsWith("put") ? "PUT" : "POST";

/** Every request of every operation on these kinds. */
export const settingRows: readonly SettingRow[] = settingCases.filter(({ kind }) => played.has(kind)).flatMap(rowsOf);
