import { defineSetting } from "../../declare/define";
import { anyText, computedWhenAbsent, environmentId, flag, integer, text } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { Values } from "../../declare/plainValues";
import { ofEnvironment } from "./ofEnvironment";

const address = namedAddress({ environmentId: environmentInId }, ({ environmentId = "" }) => ({
  ...ofEnvironment(environmentId),
  collection: `/environmentmanagement/environments/${encodeURIComponent(environmentId)}/settings`,
}));

/** The reference prints camelCase names, the service writes them with a capital letter. */
export const wireName = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const body = (_place: unknown, { environmentId: _id, ...settings }: Values): Values =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [wireName(name), value]));

/**
 * Settings of one environment.
 *
 *     new EnvironmentManagementSettings("sales", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       powerApps_AllowCodeApps: false,
 *       onDelete: "restore",
 *     });
 *
 * They exist with the environment, so a create adopts them: it changes what the program declares and leaves the rest alone.
 * What is left out is never compared. Deleting the resource leaves the settings as they are, or puts back what was found
 * (`onDelete`). Only one resource of a program can have the settings of an environment. A rule of the environment's group may lock a setting.
 * The reference prints camelCase names, the service writes them with a capital letter (recorded August 2026).
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/settings
 * @id Id of the environment
 */
export const environmentManagementSettings = defineSetting({
  kind: "EnvironmentManagementSettings",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /** IP ranges that storage access signatures are valid for, separated by commas. */
    allowedIpRangeForStorageAccessSignatures: computedWhenAbsent(anyText()),
    /** Whether storage access signatures are bound to IP addresses. */
    enableIpBasedStorageAccessSignatureRule: computedWhenAbsent(flag()),
    /** How storage access signatures are bound to IP addresses; the reference does not name the numbers. */
    ipBasedStorageAccessSignatureMode: computedWhenAbsent(integer()),
    /** Whether uses of storage access signatures from other addresses are logged. */
    loggingEnabledForIpBasedStorageAccessSignature: computedWhenAbsent(flag()),
    /** Copilot Studio: whether agents may run code that they write. */
    copilotStudio_CodeInterpreter: computedWhenAbsent(flag()),
    /** Copilot Studio: applications that computer use may open. */
    copilotStudio_ComputerUseAppAllowlist: computedWhenAbsent(anyText()),
    /** Copilot Studio: whether computer use may sign in with stored credentials. */
    copilotStudio_ComputerUseCredentialsAllowed: computedWhenAbsent(flag()),
    /** Copilot Studio: whether computer use may run on shared machines. */
    copilotStudio_ComputerUseSharedMachines: computedWhenAbsent(flag()),
    /** Copilot Studio: web sites that computer use may open. */
    copilotStudio_ComputerUseWebAllowlist: computedWhenAbsent(anyText()),
    /** Copilot Studio: whether agents may call other agents. */
    copilotStudio_ConnectedAgents: computedWhenAbsent(flag()),
    /** Copilot Studio: whether conversations are written to the audit log. */
    copilotStudio_ConversationAuditLoggingEnabled: computedWhenAbsent(flag()),
    /** Dynamics 365 Customer Service: whether AI agents are on. */
    d365CustomerService_AIAgents: computedWhenAbsent(flag()),
    /** Dynamics 365 Customer Service: whether Copilot is on. */
    d365CustomerService_Copilot: computedWhenAbsent(flag()),
    /** Power Apps: whether code apps may be made and run. Its name on the wire is recorded. */
    powerApps_AllowCodeApps: computedWhenAbsent(flag()),
    /** Power Apps: whether views may be shown as charts by AI. */
    powerApps_ChartVisualization: computedWhenAbsent(flag()),
    /** Power Apps: whether apps have the Copilot chat. */
    powerApps_CopilotChat: computedWhenAbsent(flag()),
    /** Power Apps: whether forms show insights by AI. */
    powerApps_EnableFormInsights: computedWhenAbsent(flag()),
    /** Power Apps: whether AI fills in forms by itself. */
    powerApps_FormPredictAutomatic: computedWhenAbsent(flag()),
    /** Power Apps: whether AI fills in forms from the clipboard. */
    powerApps_FormPredictSmartPaste: computedWhenAbsent(flag()),
    /** Power Apps: whether views can be searched in natural language. */
    powerApps_NLSearch: computedWhenAbsent(flag()),
    /** Power Pages: sites whose forms have AI help. */
    powerPages_AllowIntelligentFormsCopilotForSites: computedWhenAbsent(anyText()),
    /** Power Pages: sites whose lists are summarised by AI. */
    powerPages_AllowListSummaryCopilotForSites: computedWhenAbsent(anyText()),
    /** Power Pages: whether makers have Copilot in sites that exist. */
    powerPages_AllowMakerCopilotsForExistingSites: computedWhenAbsent(anyText()),
    /** Power Pages: whether makers have Copilot in new sites. */
    powerPages_AllowMakerCopilotsForNewSites: computedWhenAbsent(anyText()),
    /** Power Pages: whether sites that are not in production may be public. */
    powerPages_AllowNonProdPublicSites: computedWhenAbsent(anyText()),
    /** Power Pages: sites that may be public all the same. */
    powerPages_AllowNonProdPublicSites_Exemptions: computedWhenAbsent(anyText()),
    /** Power Pages: whether professional developers have Copilot in this environment. */
    powerPages_AllowProDevCopilotsForEnvironment: computedWhenAbsent(anyText()),
    /** Power Pages: sites in which professional developers have Copilot. */
    powerPages_AllowProDevCopilotsForSites: computedWhenAbsent(anyText()),
    /** Power Pages: sites whose search is summarised by AI. */
    powerPages_AllowSearchSummaryCopilotForSites: computedWhenAbsent(anyText()),
    /** Power Pages: sites that have a Copilot for visitors. */
    powerPages_AllowSiteCopilotForSites: computedWhenAbsent(anyText()),
    /** Power Pages: sites that may call the summarisation API. */
    powerPages_AllowSummarizationAPICopilotForSites: computedWhenAbsent(anyText()),
  },
  outputs: {
    /** What the declared settings were before, as JSON: null for one that had never been set. `onDelete: "restore"` puts it back. */
    found: text().optional(),
  },
  address,
  wireId: "Id",
  title: (values) => `of environment ${String(values.environmentId)}`,
  naturalKey: ["environmentId"],
  readBy: "listing",
  of: ([entity]) => entity,
  first: { method: "POST", path: ({ collection }) => collection, body },
  change: { method: "PATCH", path: ({ collection }) => collection, body, isReplaySafe: true },
  sends: "changes",
  isUnsetBy404: true,
  isUnsetByNull: true,
  isLockedByGroup: true,
  permissions: {
    read: "EnvironmentManagement.Settings.Read",
    write: "EnvironmentManagement.Settings.ReadWrite",
  },
});
