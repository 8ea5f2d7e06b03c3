import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** How a station on the map stands. */
export function standingOf({ connected, status }: Pick<Model<"StationPlace">, "connected" | "status">): Standing {
  if (!connected) {
    return "off";
  }
  switch (status) {
    case "faulted":
      return "bad";
    case "charging":
      return "busy";
    case "unavailable":
      return "blocked";
    default:
      return "good";
  }
}

/** The name of the colour that it has. */
export const colourOf = { good: "accent", busy: "busy", bad: "bad", blocked: "warn", off: "muted" } as const;
