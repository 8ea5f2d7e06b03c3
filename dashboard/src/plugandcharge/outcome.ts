/** How an answer in OCPP's word stands: what lets a vehicle charge, what is wrong with it, and what is nobody's fault here. */
export function lookOf(outcome: string): "good" | "warn" | "bad" {
  if (outcome === "Accepted" || outcome === "Good") {
    return "good";
  }
  return outcome === "Failed" || outcome === "Unknown" ? "warn" : "bad";
}
