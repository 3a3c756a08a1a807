import type { Story } from "./story";

interface Regression {
  /** The promise that was broken. */
  readonly title: string;
  readonly story: Story;
}

const inBothForms = (title: string, steps: Story["steps"], tenant: Story["tenant"] = {}): Regression[] =>
  (["dynamic", "plugin"] as const).map((adapter) => ({
    title: `${title} (${adapter})`,
    story: { adapter, parallel: 1, tenant, steps },
  }));

/** Stories that went wrong once, as they were printed. */
export const regressions: readonly Regression[] = [
  {
    title: "makes one role assignment of two equal ones, though the first is not listed yet",
    story: {
      adapter: "dynamic",
      parallel: 16,
      tenant: { propagation: { scopes: {}, assignments: { attempts: 3 }, principals: {} } },
      steps: [
        { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
        { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
        { do: "up", refresh: false },
      ],
    },
  },
  ...inBothForms(
    "waits for a role assignment whose create ended before it was listed",
    [
      { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
      { do: "up", refresh: false },
    ],
    { propagation: { scopes: {}, assignments: { attempts: 3 }, principals: {} } },
  ),
  ...inBothForms("says that a resource is declared twice when the other one has just got its name back", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "somebodyChanges", which: 1, edit: 0 },
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 1 },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("leaves an assignment alone whose group gets another name and is adopted", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "adopt", which: 0, on: true },
    { do: "add", kind: "RoleAssignment", edits: [], at: 1, group: 0 },
    { do: "up", refresh: false },
    { do: "rename", which: 0, alias: false },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("keeps what it has adopted under another name, when the old name leaves in a later run", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "adopt", which: 0, on: true },
    { do: "rename", which: 0, alias: false },
    { do: "add", kind: "BillingPolicy", edits: [], at: 1 },
    {
      do: "fault",
      fault: { kind: "status", status: 403, method: "POST", moment: "before", times: "always" },
    },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("keeps what it has adopted through an intent, when the old name leaves in a later run", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "add", kind: "BillingPolicy", edits: [], at: 1 },
    { do: "kill", nth: 4, moment: "before" },
    { do: "up", refresh: false },
    { do: "rename", which: 0, alias: false },
    {
      do: "fault",
      fault: { kind: "status", status: 403, method: "POST", moment: "before", times: "always" },
    },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("does not take the refusal of a delete for an empty answer", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "somebodyFills", group: 9 },
    { do: "fault", fault: { kind: "empty", method: "DELETE", moment: "after" } },
    { do: "destroy" },
  ]),
  ...inBothForms("records in a refresh what somebody has changed", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "somebodyChanges", which: 1, edit: 1 },
    { do: "refresh" },
  ]),
  ...inBothForms("takes neither of two for what a killed run has made", [
    { do: "add", kind: "EnvironmentGroup", edits: [1], at: 0 },
    { do: "kill", nth: 2, moment: "after" },
    { do: "up", refresh: false },
    { do: "somebodyCreates", kind: "EnvironmentGroup", edits: [], like: 0, sameCaller: true },
    { do: "up", refresh: false },
  ]),
  ...inBothForms(
    "waits for what a killed run has made while only an equal one of somebody else is listed",
    [
      { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
      { do: "kill", nth: 2, moment: "after" },
      { do: "up", refresh: false },
      { do: "somebodyCreates", kind: "RoleAssignment", edits: [], like: 0 },
      { do: "up", refresh: false },
    ],
    { propagation: { assignments: { attempts: 3 } } },
  ),
  ...inBothForms("leaves alone what somebody made after a run was killed before its create was carried out", [
    { do: "add", kind: "EnvironmentGroup", edits: [1], at: 0 },
    { do: "kill", nth: 2, moment: "before" },
    { do: "up", refresh: false },
    { do: "somebodyCreates", kind: "EnvironmentGroup", edits: [], like: 0 },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("tells what a killed run has made from an equal one of somebody else", [
    { do: "add", kind: "EnvironmentGroup", edits: [1], at: 0 },
    { do: "kill", nth: 2, moment: "after" },
    { do: "up", refresh: false },
    { do: "somebodyCreates", kind: "EnvironmentGroup", edits: [], like: 0 },
    { do: "up", refresh: false },
  ]),
  ...inBothForms("records what is live where the program and somebody make the same change after a move", [
    { do: "add", kind: "BillingPolicy", edits: [], at: 0 },
    { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
    { do: "moveOver" },
    { do: "add", kind: "EnvironmentGroup", edits: [25], at: 0 },
    { do: "up", refresh: false },
    { do: "moveOver" },
    { do: "refresh" },
    { do: "up", refresh: false },
    { do: "somebodyChanges", which: 4, edit: 36 },
    { do: "change", which: 0, edit: 7 },
    { do: "change", which: 0, edit: 0 },
  ]),
  ...inBothForms("names an equal one that somebody has made in each later comparison", [
    { do: "add", kind: "EnvironmentGroup", edits: [1], at: 0 },
    { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
    { do: "add", kind: "BillingPolicy", edits: [], at: 0 },
    { do: "add", kind: "IsvContract", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "somebodyCreates", kind: "EnvironmentGroup", edits: [], like: 0 },
    { do: "somebodyCreates", kind: "RoleAssignment", edits: [], like: 0 },
    { do: "somebodyCreates", kind: "BillingPolicy", edits: [], like: 0 },
    { do: "somebodyCreates", kind: "IsvContract", edits: [], like: 0 },
    { do: "up", refresh: false },
    { do: "preview" },
  ]),
  ...inBothForms("refuses to adopt under another name what the other form has under the old one", [
    { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "moveOver" },
    { do: "adopt", which: 0, on: true },
    { do: "rename", which: 0, alias: false },
    { do: "up", refresh: false },
  ]),
  {
    title: "keeps what it had before another name adopted it, when the program is taken back",
    story: {
      adapter: "plugin",
      parallel: 1,
      tenant: {},
      steps: [
        { do: "add", kind: "RoleAssignment", edits: [18], at: 0 },
        { do: "add", kind: "RoleAssignment", edits: [], at: 3 },
        { do: "moveOver" },
        { do: "somebodyDeletes", which: 0 },
        { do: "kill", nth: 4, moment: "before" },
        { do: "up", refresh: false },
        { do: "move", which: 0, to: 3 },
        { do: "kill", nth: 1, moment: "before" },
        { do: "refresh" },
        { do: "change", which: 3, edit: 10 },
        { do: "adopt", which: 0, on: true },
        { do: "rename", which: 0, alias: false },
        { do: "up", refresh: false },
        { do: "takeBack" },
        { do: "up", refresh: false },
      ],
    },
  },
  ...inBothForms("takes nothing for that of a killed run which the program has already", [
    { do: "add", kind: "IsvContract", edits: [], at: 0 },
    { do: "add", kind: "IsvContract", edits: [], at: 0 },
    { do: "add", kind: "RoleAssignment", edits: [], at: 0 },
    { do: "kill", nth: 5, moment: "before" },
    { do: "up", refresh: false },
    { do: "somebodyChanges", which: 3, edit: 0 },
    { do: "up", refresh: true },
  ]),
  ...inBothForms("deletes in a later run what was replaced by one of the other adapter", [
    { do: "add", kind: "BillingPolicy", edits: [], at: 0 },
    { do: "up", refresh: false },
    { do: "moveOver" },
    { do: "change", which: 0, edit: 3 },
    { do: "fault", fault: { kind: "status", status: 500, method: "DELETE", times: "always" } },
    { do: "up", refresh: false },
  ]),
  ...(["before", "after"] as const).flatMap((moment) =>
    inBothForms(
      `knows again what was deleted by somebody and made anew by a run that was killed ${moment} the create`,
      [
        { do: "add", kind: "EnvironmentGroup", edits: [], at: 0 },
        { do: "up", refresh: false },
        { do: "somebodyDeletes", which: 1 },
        { do: "kill", nth: 3, moment },
        { do: "up", refresh: false },
      ],
    ),
  ),
];
