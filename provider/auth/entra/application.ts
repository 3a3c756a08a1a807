import type { EntraRefusal } from "./entraRefusal";

const newSecret =
  "A new one: `az ad app credential reset --id {clientId} --append`, or App registrations > the application > Certificates & secrets.";

const uploadCertificate =
  "Upload its public part: `az ad app credential reset --id {clientId} --cert @certificate.pem --append`, or App registrations > the application > Certificates & secrets > Certificates.";

/** What can be wrong with an application: its credentials, its registration, its service principal. */
export const applicationRefusals: readonly EntraRefusal[] = [
  {
    codes: [7000215, 70002],
    cause: "The client secret is not one of this application.",
    mend: `Use the value of the secret, not its id. ${newSecret}`,
  },
  { codes: [7000222], cause: "The client secret has expired.", mend: newSecret },
  {
    codes: [700027, 50012],
    cause: "The certificate is not one of this application, or has expired.",
    mend: uploadCertificate,
  },
  {
    codes: [700030],
    cause: "The application does not trust the subject name of the certificate.",
    mend: uploadCertificate,
  },
  {
    codes: [700016],
    cause: "The application is not known in this tenant.",
    mend: "Check clientId and tenantId: `az ad app show --id {clientId}` finds it when the Azure CLI is signed in to the right tenant.",
  },
  {
    codes: [7000229],
    cause: "The application has no service principal in this tenant.",
    mend: "Make it: `az ad sp create --id {clientId}`.",
  },
  {
    codes: [7000112],
    cause: "The application is disabled.",
    mend: "Enable it: `az ad sp update --id {clientId} --set accountEnabled=true`, or Enterprise applications > the application > Properties > Enabled for users to sign-in.",
  },
  {
    codes: [7000218],
    cause: "The application does not let users sign in without a secret of its own.",
    mend: "Allow public client flows: `az ad app update --id {clientId} --is-fallback-public-client true`, or App registrations > the application > Authentication > Allow public client flows.",
  },
  {
    codes: [50011, 900971],
    cause: "The application has no address that a browser could come back to.",
    mend: "Add it: `az ad app update --id {clientId} --public-client-redirect-uris http://localhost`, or App registrations > the application > Authentication > Mobile and desktop applications.",
  },
  {
    codes: [9002327],
    cause: "The address that a browser comes back to is registered for a single-page application.",
    mend: "Move http://localhost to App registrations > the application > Authentication > Mobile and desktop applications.",
  },
  {
    codes: [50194, 9001023, 90130, 50059, 50128, 90019],
    cause: "The sign-in names no tenant, and this application or flow needs one.",
    mend: "Set tenantId to the GUID of the tenant.",
  },
  {
    codes: [900144, 9002313],
    cause: "A part of the request is missing or has the wrong form.",
    mend: "Check that clientId, tenantId, scope and the credential are set and complete.",
  },
];
