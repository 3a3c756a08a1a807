import { EnvironmentGroup, RuleBasedPolicy, RuleBasedPolicyAssignment } from "pulumi-power-platform";

const group = new EnvironmentGroup("finance", { displayName: "Finance apps" });

const policy = new RuleBasedPolicy("finance", {
  name: "Finance connectors",
  ruleSets: {
    ConnectorManagement: {
      AllowedConnectorList: [
        {
          AllowedConnector: "/providers/Microsoft.PowerApps/apis/shared_sharepointonline",
          AllowedActionsMode: "AllAllowed",
          AllowedConnectionTypesMode: "AllAllowed",
        },
      ],
    },
    MakerOnboardingContent: { makerOnboardingMarkdown: "Welcome to finance." },
  },
});

const assignment = new RuleBasedPolicyAssignment("finance", {
  policyId: policy.id,
  environmentGroupId: group.id,
});

export const assignmentId = assignment.id;
