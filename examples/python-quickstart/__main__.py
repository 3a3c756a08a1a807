import pulumi
import pulumi_power_platform as power_platform

config = pulumi.Config()

sales = power_platform.EnvironmentGroup(
    "sales",
    display_name="Sales",
    description="Environments of the sales department",
)
payg = power_platform.BillingPolicy(
    "payg",
    name="payg-sales",
    location="europe",
    billing_instrument={
        "subscription_id": config.require("subscriptionId"),
        "resource_group": "rg-sales",
    },
)
power_platform.RoleAssignment(
    "operators",
    principal_object_id=config.require("operatorsObjectId"),
    principal_type=power_platform.PrincipalType.GROUP,
    role_definition_id="contributor",
    scope=pulumi.Output.concat("/environmentGroups/", sales.id),
)
power_platform.RoleAssignment(
    "auditors",
    principal_object_id=config.require("auditorsObjectId"),
    principal_type=power_platform.PrincipalType.GROUP,
    role_definition_id="reader",
    scope="tenant",
)
environments = power_platform.get_environments().environments

pulumi.export("groupId", sales.id)
pulumi.export("billingPolicyStatus", payg.status)
pulumi.export("environmentNames", [each.display_name for each in environments])
