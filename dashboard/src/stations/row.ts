import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

// Only here: what the list says of each station and schema.d.ts does not have yet.
export const stationStatuses = ["faulted", "offline", "unavailable", "unknown", "charging", "occupied", "available", "never_seen"] as const;

export type StationStatus = (typeof stationStatuses)[number];

export interface StationSummary {
  status: StationStatus;
  connectors: Partial<Record<Model<"ConnectorStatus">, number>>;
  openSessions: number;
  powerW: number;
}

export type StationRow = Model<"Station"> & {
  summary?: StationSummary;
  latitude?: number | null;
  longitude?: number | null;
  address?: string | null;
};

/** In one word; a server that sums nothing up says only whether it is connected. */
export function statusOf(station: StationRow): StationStatus {
  if (station.summary !== undefined) {
    return station.summary.status;
  }
  return station.connected ? "unknown" : station.lastSeenAt === null ? "never_seen" : "offline";
}

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
