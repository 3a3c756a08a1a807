import { runtime } from "@pulumi/pulumi";

import { withLocalSettings } from "../../testing/engine/program/localSettings";

/** What a program tells Pulumi of one resource. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
  /** Of a resource that is read. */
  readonly id?: string;
  /** Whose provider it is, as URN and id. */
  readonly provider?: string;
}

/**
 * Runs a program with Pulumi's mocks and gives what it registered. Inputs become outputs, together with `outputs`.
 * Settings of other tests in this process are left alone.
 */
export function registrations(
  program: () => unknown,
  outputs: Record<string, unknown> = {},
  call: (token: string, args: Record<string, unknown>) => Record<string, unknown> = () => ({}),
): Promise<Registration[]> {
  return withLocalSettings(async () => {
    const seen: Registration[] = [];
    await runtime.setMocks({
      newResource: ({ type, name, inputs, id, provider }) => {
        const given = inputs as Record<string, unknown>;
        seen.push({
          ...{ type, name, inputs: given },
          ...(id ? { id } : {}),
          ...(provider ? { provider } : {}),
        });
        return { id: id ? id : `${name}-id`, state: { ...given, ...outputs } };
      },
      call: ({ token, inputs }) => call(token, inputs as Record<string, unknown>),
    });
    await program();
    await runtime.disconnect();
    return seen;
  });
}
