import type { Values } from "../../declare/plainValues";

const lookUps: Readonly<Record<string, string>> = {
  User: "of the user: `az ad user show --id <user name> --query id -o tsv`",
  Group: "of the group: `az ad group show --group <name> --query id -o tsv`",
  ApplicationUser:
    "of the enterprise application, not of its registration and not the client id: `az ad sp show --id <client id> --query id -o tsv`",
};

const wait = 'A longer wait: `timeouts: { create: "10m" }`.';

/** For PrincipalDoesNotExist, which a principal is answered that was just made, too. */
export const principalMissing = ({ principalType }: Values): string =>
  `principalObjectId has to be the object id ${lookUps[String(principalType)] ?? "of the principal"}. One that was just made may not be known yet. ${wait}`;

/** For EnvironmentIdInvalid and EnvironmentGroupIdInvalid, which a new environment or group is answered, too. */
export const scopeMissing = ({ scope }: Values): string =>
  `Check the id in the scope ${String(scope)}, in the admin center under Manage. A place that was just made may not be known yet. ${wait}`;
