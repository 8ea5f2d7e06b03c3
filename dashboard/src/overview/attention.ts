import type { Model } from "../api/client";

/** `CP-7 · 1.2`: the station, the EVSE and the connector. */
export function placeOf({ station, evse, connector }: Pick<Model<"AttentionItem">, "station" | "evse" | "connector">): string {
  const place = evse ? ` · ${evse}${connector ? `.${connector}` : ""}` : "";
  return `${station ?? ""}${place}`;
}

/** The page on which something can be done about it. */
export function targetOf({ kind, station, id }: Pick<Model<"AttentionItem">, "kind" | "station" | "id">): string {
  const of = `/stations/${encodeURIComponent(station ?? "")}`;
  switch (kind) {
    case "session_stale":
    case "session_suspect":
      return `/sessions/${id ?? ""}`;
    case "station_unknown":
      return "/connection-problems";
    case "server_certificate":
      return "/server";
    case "station_offline":
      return `${of}/connections`;
    case "station_trouble":
      return `${of}/wrong`;
    case "certificate_ending":
      return `/certificates?station=${encodeURIComponent(station ?? "")}`;
    case "firmware_failed":
      return `${of}/firmware`;
    default:
      return of;
  }
}
