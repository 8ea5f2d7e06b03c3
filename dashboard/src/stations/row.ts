import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

export type StationRow = Model<"Station">;

export type StationStatus = Model<"StationStatus">;

/** The worst first. */
export const stationStatuses = [
  "faulted",
  "offline",
  "unavailable",
  "unknown",
  "charging",
  "occupied",
  "available",
  "never_seen",
] as const satisfies StationStatus[];

export const stationStandings: Record<StationStatus, Standing> = {
  faulted: "bad",
  offline: "off",
  unavailable: "blocked",
  unknown: "idle",
  charging: "busy",
  occupied: "info",
  available: "good",
  never_seen: "waiting",
};

export const connectorStandings: Record<Model<"ConnectorStatus">, Standing> = {
  available: "good",
  preparing: "info",
  charging: "busy",
  suspended_ev: "waiting",
  suspended_evse: "waiting",
  finishing: "info",
  occupied: "info",
  reserved: "info",
  unavailable: "blocked",
  faulted: "bad",
  unknown: "idle",
};
