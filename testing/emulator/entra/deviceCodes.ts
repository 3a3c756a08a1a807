/** A device code that was given out. */
export interface DeviceCode {
  /** What the user types. */
  userCode: string;
  clientId: string;
  scope: string;
  status: "pending" | "approved" | "declined";
  /** Object id of the user who approved. */
  userId?: string;
}

interface StoredDeviceCode extends DeviceCode {
  deviceCode: string;
  expiresAt: number;
}

/** Device codes until they are redeemed. */
export class DeviceCodes {
  private codes: StoredDeviceCode[] = [];

  constructor(
    private readonly now: () => number,
    private readonly newId: () => string,
  ) {}

  start(clientId: string, scope: string, lifetimeSeconds: number): { deviceCode: string; userCode: string } {
    const deviceCode = this.newId();
    const userCode = deviceCode.replaceAll("-", "").slice(-9).toUpperCase();
    const expiresAt = this.now() + lifetimeSeconds * 1000;
    this.codes.push({ userCode, clientId, scope, status: "pending", deviceCode, expiresAt });
    return { deviceCode, userCode };
  }

  list(): DeviceCode[] {
    return this.codes.map(({ deviceCode: _deviceCode, expiresAt: _expiresAt, ...shown }) => shown);
  }

  /** Throws when no such code waits. */
  decide(userCode: string, decision: { status: "approved"; userId: string } | { status: "declined" }): void {
    const found = this.codes.find((code) => code.userCode === userCode.toUpperCase());
    if (found === undefined) throw new Error(`There is no device code "${userCode}".`);
    Object.assign(found, decision);
  }

  /** What became of it; one that is approved or declined is redeemed by this. */
  redeem(deviceCode: string): "pending" | "declined" | "expired" | "unknown" | { userId: string } {
    const found = this.codes.find((code) => code.deviceCode === deviceCode);
    if (found === undefined) return "unknown";
    if (found.expiresAt <= this.now()) return "expired";
    if (found.status === "pending") return "pending";
    this.codes = this.codes.filter((code) => code !== found);
    return found.userId === undefined ? "declined" : { userId: found.userId };
  }

  clear(): void {
    this.codes = [];
  }
}
