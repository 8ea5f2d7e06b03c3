import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** How a command stands. */
export const outcomeStandings: Record<Model<"CommandOutcome">, Standing> = {
  answered: "good",
  refused: "bad",
  timedOut: "bad",
  connectionLost: "bad",
  notConnected: "off",
  notSupported: "warn",
  busy: "warn",
  expired: "warn",
  cancelled: "off",
};

/** OCPP's words of a station that does not do it, although it has answered. */
const refusals = new Set([
  "Rejected",
  "Failed",
  "Faulted",
  "Occupied",
  "NotSupported",
  "NotImplemented",
  "UnlockFailed",
  "UnknownConnector",
  "UnknownMessageId",
  "UnknownVendorId",
  "VersionMismatch",
  "OngoingAuthorizedTransaction",
]);

/** The status in a station's answer, where it has one. */
export function statusIn(response: unknown): string | null {
  const status = typeof response === "object" && response !== null ? (response as Record<string, unknown>)["status"] : undefined;
  return typeof status === "string" ? status : null;
}

/** @param status of its answer, in OCPP's words */
export function standingOf(state: string, outcome: string | undefined, status: string | null | undefined): Standing {
  if (outcome === undefined || state !== "ended") {
    return "waiting";
  }
  if (outcome === "answered" && status != null && refusals.has(status)) {
    return "warn";
  }
  return outcomeStandings[outcome as Model<"CommandOutcome">];
}
