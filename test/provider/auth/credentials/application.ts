import { seeded } from "../../../../testing/emulator";
import { defaultTenantId } from "../../../../testing/emulator/seed";

/** The application of the emulator's tenant, in the variables of Microsoft's Terraform provider. */
export const application = {
  POWER_PLATFORM_TENANT_ID: defaultTenantId,
  POWER_PLATFORM_CLIENT_ID: seeded.application.clientId,
};

/** Who a token for it is for. */
export const applicationClaims = {
  oid: seeded.application.id,
  appid: seeded.application.clientId,
  tid: defaultTenantId,
  idtyp: "app",
};
