import type { Model } from "../api/client";
import type { Json } from "../commands/schema";
import type { StationRow } from "./row";

/** What many stations can be told at once. */
export type BulkTask = "reset" | "unlock" | "trigger" | "availability" | "any";

type Body = Pick<Model<"BulkCommandBody">, "action" | "payload" | "ocpp16">;

/** What both tongues say: 2.x, and 1.6 instead. */
const inBoth = (action: string, payload: Record<string, Json>, old: Record<string, Json>): Body => ({
  action,
  payload,
  ocpp16: { action, payload: old },
});

/** @param value of a field of the form, by its name */
export function bodyOf(task: Exclude<BulkTask, "any">, value: (name: string) => string): Body {
  switch (task) {
    case "reset":
      return inBoth("Reset", { type: value("type") === "immediate" ? "Immediate" : "OnIdle" }, { type: value("type") === "immediate" ? "Hard" : "Soft" });
    case "unlock":
      return inBoth("UnlockConnector", { evseId: Number(value("evse")), connectorId: 1 }, { connectorId: Number(value("evse")) });
    case "trigger":
      return inBoth("TriggerMessage", { requestedMessage: value("message") }, { requestedMessage: value("message") });
    case "availability": {
      const status = value("operative") === "true" ? "Operative" : "Inoperative";
      return inBoth("ChangeAvailability", { operationalStatus: status }, { connectorId: 0, type: status });
    }
  }
}

/** Messages that a station of any version can be asked for. */
export const triggers = ["Heartbeat", "StatusNotification", "MeterValues", "BootNotification", "FirmwareStatusNotification"];

/** The versions that stations speak, the newest first; those that were never connected speak none. */
export function versionsOf(stations: StationRow[]): Model<"OcppVersion">[] {
  const all = new Set(stations.map(({ ocppVersion }) => ocppVersion));
  return (["2.1", "2.0.1", "1.6"] as const).filter((version) => all.has(version));
}
