import type { DefaultOptions } from "@tanstack/react-query";

/** The same for all pages. */
export const queryDefaults: NonNullable<DefaultOptions["queries"]> = {
  // What is shown live asks again by itself, and hiding a failure for a while would not be honest.
  retry: false,
  // A server on this machine is there without a network, too.
  networkMode: "always",
};
