import type { Story } from "./story";

/** Stories that went wrong once, as they were printed, with the promise that was broken. */
export const regressions: readonly { readonly title: string; readonly story: Story }[] = [];
