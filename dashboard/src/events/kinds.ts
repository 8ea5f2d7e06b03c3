import type { Standing } from "../ui/Status";

/** Kinds of events that have words of their own; the others have those of their beginning, or are "something else". */
export const kinds = [
  "station.connected", "station.disconnected", "station.booted", "station.alert", "station.trouble", "station.event", "station.job",
  "station.security-upgrade", "station.certificate-mismatched",
  "connector.changed", "connector.blocked", "connector.unblocked", "connector.removed",
  "session.started", "session.updated", "session.ended", "session.suspect", "session.priced", "session",
  "command.queued", "command.sent", "command.answered", "command.failed", "bulk-command",
  "remote-start", "station.reset", "availability", "reservation", "configuration", "network-profile", "locallist",
  "certificate", "server.certificate", "firmware", "log", "file", "security", "charging-profile", "charging-limit", "charging-needs",
  "report", "data-transfer", "der-control", "battery-swap", "payment", "bill", "invoice", "other",
] as const;

type Kind = (typeof kinds)[number];

/** The kind that has words, for any kind: of `station.alert.raised` those of `station.alert`. Full stops would be levels of a key. */
export function kindKey(kind: string): string {
  let known = kind;
  while (known !== "" && !kinds.includes(known as Kind)) {
    known = known.slice(0, Math.max(0, known.lastIndexOf(".")));
  }
  return (known === "" ? "other" : known).replaceAll(/[.-]/g, "_");
}

/** How it is marked in a list. */
export function standingOfKind(kind: string): Standing {
  if (/failed|suspect|mismatched|alert\.raised|rejected/.test(kind)) {
    return "bad";
  }
  if (/disconnected|blocked$|expired|alarm|trouble\.began|^server\./.test(kind)) {
    return "warn";
  }
  if (/^session\.(started|updated)/.test(kind)) {
    return "busy";
  }
  return /connected$|booted|answered|ended|completed|cleared/.test(kind) ? "good" : "info";
}
