import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** What is said of a command's end: the key of the message, and the station's own words. */
export interface Verdict {
  standing: Standing;
  key: string;
  status?: string;
  more?: string;
}

/** Words of a station by which it has done, or will do, what it was told. */
const yes = new Set(["Accepted", "Scheduled", "Unlocked", "Downloading"]);

export function verdictOf({ state, outcome, status, reason, text }: Model<"VerbResult">): Verdict {
  const said = [reason, text].filter((each) => each !== undefined && each !== "").join(": ");
  const more = said === "" ? {} : { more: said };
  if (state !== "ended" || outcome === undefined) {
    return { standing: "waiting", key: state === "queued" ? "queued" : "sent", ...more };
  }
  if (outcome !== "answered") {
    return { standing: "bad", key: outcome, ...more };
  }
  return status === undefined || yes.has(status)
    ? { standing: "good", key: "accepted", ...more }
    : { standing: "warn", key: "said", status, ...more };
}
