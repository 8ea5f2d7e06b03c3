import type { Standing } from "../ui/Status";

const MONTH = 30 * 86_400_000;

/** How a certificate stands at a time, by the key of its word; null: what stands in it is not known. @param now in milliseconds */
export function validityOf(until: string | undefined, now: number): { standing: Standing; key: "expired" | "expiresSoon" | "valid" } | null {
  if (until === undefined) {
    return null;
  }
  const left = Date.parse(until) - now;
  return left <= 0 ? { standing: "bad", key: "expired" } : left < MONTH ? { standing: "warn", key: "expiresSoon" } : { standing: "good", key: "valid" };
}

/** The uses that a station of a version has. */
export function usesOf(version: string | null): string[] {
  return ["csmsRoot", "manufacturerRoot", ...(version === "1.6" ? [] : ["v2gRoot", "moRoot"]), ...(version === "2.1" ? ["oemRoot"] : [])];
}
