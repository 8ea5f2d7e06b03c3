import type { Standing } from "../ui/Status";

const MONTH = 30 * 86_400_000;

/** How a certificate of the server stands, by the key of its word. @param now in milliseconds */
export function holds(until: string, now: number): { standing: Standing; key: "expired" | "expiresSoon" | "valid" } {
  const left = Date.parse(until) - now;
  return left <= 0 ? { standing: "bad", key: "expired" } : left < MONTH ? { standing: "warn", key: "expiresSoon" } : { standing: "good", key: "valid" };
}
