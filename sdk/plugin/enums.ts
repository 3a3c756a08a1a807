/** Values of `principalType`; programs that `pulumi import` writes use this name. */
export const PrincipalType = { User: "User", Group: "Group", ApplicationUser: "ApplicationUser" } as const;

/** Values of what is on or off; programs that `pulumi import` writes use this name. */
export const Status = { Enabled: "Enabled", Disabled: "Disabled" } as const;
