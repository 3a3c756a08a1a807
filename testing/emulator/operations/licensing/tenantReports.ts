import { answer } from "../../answer";
import type { Call } from "../../call";
import type { Entity } from "../../tenant/entity";
import type { TenantEntitlement } from "../../tenant/licensingTypes";
import type { OperationHandler } from "../operationHandler";
import { allocatedOf } from "./allocationRules";

/** Optional members are left out, and `legacyModelCapacity` of a tenant that is StorageDriven (Terraform provider's fixture). */
const getTenantCapacity: OperationHandler = ({ tenantState: { tenant } }) => {
  const capacities = tenant.entitlements.list(({ entitlement }) => entitlement?.unit === "MB").map(capacityWire);
  const over = capacities.filter(({ status }) => status !== "Available").map(({ capacityType }) => capacityType);
  return answer(200, {
    tenantId: tenant.id,
    licenseModelType: "StorageDriven",
    capacitySummary: {
      status: over.length === 0 ? "Available" : "NotAvailable",
      statusMessageCode: messageCodes[over.sort().join()] ?? "AllCapacityOver",
    },
    tenantCapacities: capacities,
    temporaryLicenseInfo: { hasTemporaryLicense: false },
  });
};

/** A bare array of the currencies that the tenant holds. Amounts that no query asks for are left out. */
const listCurrencyReports: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const known = currenciesOf(call);
  const { includeAllocations, includeConsumptions } = call.query;
  return answer(
    200,
    tenant.entitlements
      .list(({ entitlementId }) => known.includes(entitlementId))
      .map(({ entitlementId, entitlement }) => {
        const { entitled, consumed } = entitlement?.capacity ?? {};
        const lastUpdatedDay = consumed?.lastUpdatedOn === undefined ? {} : { lastUpdatedDay: consumed.lastUpdatedOn };
        return {
          currencyType: entitlementId,
          purchased: entitled?.value ?? 0,
          ...(includeAllocations === "true" ? { allocated: allocatedOf(tenant, entitlementId) } : {}),
          ...(includeConsumptions === "true"
            ? { consumed: { unitsConsumed: consumed?.value ?? 0, ...lastUpdatedDay } }
            : {}),
        };
      }),
  );
};

function capacityWire({ entitlementId, entitlement }: TenantEntitlement): Entity {
  const { entitled, consumed } = entitlement?.capacity ?? {};
  const total = entitled?.value ?? 0;
  const used = consumed?.value ?? 0;
  const at = consumed?.lastUpdatedOn?.replace("Z", "+00:00");
  return {
    capacityType: entitlementId,
    capacityUnits: "MB",
    totalCapacity: total,
    maxCapacity: total,
    consumption: {
      actual: used,
      rated: used,
      ...(at === undefined ? {} : { actualUpdatedOn: at, ratedUpdatedOn: at }),
    },
    status: used > total ? "NotAvailable" : "Available",
    overflowCapacity: [],
    capacityEntitlements: [],
  };
}

/** The currencies of the contract: the tenant may hold more codes than these. */
function currenciesOf({ operation }: Call): string[] {
  const schema = operation.responses[200]?.content?.["application/json"]?.schema as ReportsSchema | undefined;
  return schema?.items?.properties?.currencyType?.enum ?? [];
}

interface ReportsSchema {
  items?: { properties?: { currencyType?: { enum?: string[] } } };
}

/** By the storage that is over, in the order of the alphabet. */
const messageCodes: Readonly<Record<string, string>> = {
  "": "AllCapacityAvailable",
  Database: "DBCapacityOver",
  File: "FileCapacityOver",
  Log: "LogCapacityOver",
  "Database,File": "DBAndFileOver",
  "Database,Log": "DBAndLogOver",
  "File,Log": "LogAndFileOver",
};

export const tenantReportOperations = { getTenantCapacity, listCurrencyReports };
