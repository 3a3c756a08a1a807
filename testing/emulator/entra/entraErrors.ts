/** What Entra answers with one of its codes. */
interface EntraErrorKind {
  /** OAuth error, e.g. invalid_client. */
  error: string;
  /** @default 400 */
  status?: number;
  /** What a client may do about it, where Entra says so; libraries tell "ask the user" by it. */
  suberror?: string;
  /** With `{names}` of facts. */
  text: string;
}

const unusableClient = { error: "invalid_client", status: 401 };
const askTheUser = { error: "invalid_grant", suberror: "basic_action" };

/**
 * Refusals of sign-in by the number after AADSTS; the words are shortened, the facts are those of Entra's own.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const entraErrors: Readonly<Record<number, EntraErrorKind>> = {
  50011: {
    error: "invalid_request",
    text: "The redirect URI '{redirectUri}' does not match the redirect URIs configured for the application '{clientId}'.",
  },
  50027: { ...unusableClient, text: "JWT token is invalid or malformed." },
  50034: {
    error: "invalid_grant",
    text: "The user account {user} does not exist in the directory '{tenant}'.",
  },
  50076: {
    ...askTheUser,
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
  },
  50079: {
    ...askTheUser,
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '{resource}'.",
  },
  50105: {
    error: "invalid_grant",
    text: "Your administrator has configured the application '{clientId}' to block users unless they are specifically granted access. The signed-in user '{user}' is blocked because they are not a direct member of a group with access, nor had access directly assigned.",
  },
  50126: {
    error: "invalid_grant",
    text: "Error validating credentials due to invalid username or password.",
  },
  500011: {
    error: "invalid_resource",
    text: "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  },
  500112: {
    error: "invalid_client",
    text: "The reply address '{redirectUri}' does not match the reply address provided when requesting the authorization code.",
  },
  501481: {
    error: "invalid_grant",
    text: "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  },
  53003: {
    error: "invalid_grant",
    suberror: "message_only",
    text: "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
  },
  54005: {
    error: "invalid_grant",
    text: "OAuth2 Authorization code was already redeemed, please retry with a new valid code.",
  },
  65001: {
    error: "invalid_grant",
    suberror: "consent_required",
    text: "The user or administrator has not consented to use the application with ID '{clientId}'. Send an interactive authorization request for this user and resource.",
  },
  65004: { error: "access_denied", text: "User declined to consent to access the app." },
  650052: {
    error: "invalid_client",
    text: "The app is trying to access a service '{resource}' that your organization '{tenant}' lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions.",
  },
  70000: { error: "invalid_grant", text: "The provided grant is invalid or malformed." },
  70003: {
    error: "unsupported_grant_type",
    text: "The app requested an unsupported grant type '{grantType}'.",
  },
  70008: {
    error: "invalid_grant",
    text: "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
  },
  70016: {
    error: "authorization_pending",
    text: "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
  },
  70018: {
    error: "authorization_declined",
    text: "The user declined the request. Bad verification code, or the sign-in was cancelled.",
  },
  70020: {
    error: "expired_token",
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
  70021: {
    ...unusableClient,
    text: "No matching federated identity record found for presented assertion. Assertion Issuer: '{issuer}'. Assertion Subject: '{subject}'. Assertion Audience: '{audience}'.",
  },
  70025: {
    ...unusableClient,
    text: "The client '{clientId}' has no configured federated identity credentials.",
  },
  700016: {
    error: "unauthorized_client",
    text: "Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  },
  700021: {
    ...unusableClient,
    text: "Client assertion application identifier doesn't match 'client_id' parameter.",
  },
  700023: {
    ...unusableClient,
    text: "Client assertion audience claim does not match Realm issuer. The audience is '{audience}'.",
  },
  700024: {
    ...unusableClient,
    text: "Client assertion is not within its valid time range. Current time: {now}, assertion valid from {notBefore}, expiry time of assertion {expiry}.",
  },
  700027: {
    ...unusableClient,
    text: "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - {reason}, Thumbprint of key used by client: '{thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '{clientId}'.]",
  },
  700082: {
    error: "invalid_grant",
    suberror: "bad_token",
    text: "The refresh token has expired due to inactivity. The token was issued on 2025-09-01T08:00:00.0000000Z and was inactive for 90.00:00:00.",
  },
  700211: {
    ...unusableClient,
    text: "No matching federated identity record found for presented assertion issuer '{issuer}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
  },
  700212: {
    ...unusableClient,
    text: "No matching federated identity record found for presented assertion audience '{audience}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
  },
  700213: {
    ...unusableClient,
    text: "No matching federated identity record found for presented assertion subject '{subject}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
  },
  7000112: {
    error: "unauthorized_client",
    text: "Application '{clientId}' is disabled.",
  },
  7000215: {
    ...unusableClient,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.",
  },
  7000218: {
    ...unusableClient,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  7000222: {
    ...unusableClient,
    text: "The provided client secret keys for app '{clientId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.",
  },
  7000229: {
    ...unusableClient,
    text: "The client application {clientId} is missing service principal in the tenant {tenant}.",
  },
  7002138: {
    ...unusableClient,
    text: "No matching federated identity record found for presented assertion subject '{subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.",
  },
  90002: {
    error: "invalid_request",
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  },
};
