import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

export type State =
  | Model<"RemoteStartState">
  | Model<"ResetState">
  | Model<"BatterySwapState">
  | Model<"DerControlState">
  | Model<"StationTariffState">;

export const standings = {
  queued: "waiting",
  requested: "waiting",
  accepted: "good",
  scheduled: "waiting",
  plugged: "busy",
  started: "good",
  rebooted: "good",
  inserted: "busy",
  removed: "busy",
  completed: "good",
  installed: "good",
  superseded: "idle",
  cleared: "idle",
  over: "idle",
  absent: "idle",
  expired: "warn",
  timedOut: "warn",
  unknown: "off",
  rejected: "bad",
  failed: "bad",
} as const satisfies Record<State, Standing>;

/** What is written as JSON counts as that, anything else as a text; nothing: undefined. */
export function dataOf(text: string): unknown {
  if (text.trim() === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a message carries, in one line. */
export function lineOf(data: unknown): string {
  return data === undefined || data === null ? "" : typeof data === "string" ? data : JSON.stringify(data);
}
