import { text } from "../../declare/fields";
import { builtInRoles, roleDefinitionIdOf } from "./builtInRoles";

/** The field `roleDefinitionId`. */
export const roleDefinitionField = () => {
  const idOf = (value: string): string => roleDefinitionIdOf(value) ?? value;
  return text({
    replaces: true,
    canonical: idOf,
    write: idOf,
    refuse: (value) =>
      roleDefinitionIdOf(value) === undefined
        ? `"${value}" is neither a GUID nor a built-in role: write ${Object.keys(builtInRoles).join(", ")}, or the id of a role definition`
        : undefined,
  });
};
