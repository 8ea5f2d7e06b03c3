import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

export type TaskState = Model<"FirmwareUpdateState"> | Model<"LogRequestState"> | Model<"FirmwarePublicationState">;

export const taskStandings = {
  requested: "waiting",
  accepted: "waiting",
  downloading: "busy",
  downloaded: "busy",
  installing: "busy",
  installed: "good",
  uploading: "busy",
  uploaded: "good",
  published: "good",
  nothing: "idle",
  unpublished: "idle",
  cancelled: "off",
  failed: "bad",
  refused: "bad",
} as const satisfies Record<TaskState, Standing>;

/** How a station's own word on a step of a task stands: most of them tell by their ending. */
export function stepStanding(status: string): Standing {
  if (/fail|invalid|error|rejected|denied|notsupported/i.test(status)) {
    return "bad";
  }
  if (/^(installed|uploaded|published)$/i.test(status)) {
    return "good";
  }
  return /cancel/i.test(status) ? "off" : "busy";
}

export const campaignStandings = { running: "busy", paused: "waiting", halted: "bad", stopped: "off", ended: "good" } as const satisfies Record<
  Model<"FirmwareCampaignState">,
  Standing
>;

export const turnStandings = { waiting: "waiting", running: "busy", installed: "good", failed: "bad", skipped: "off" } as const satisfies Record<
  Model<"FirmwareCampaignStationState">,
  Standing
>;

/** How much of a campaign is over, from 0 to 100. */
export function doneShare({ stations, installed, failed, skipped }: Model<"CampaignCounts">): number {
  return stations === 0 ? 0 : ((installed + failed + skipped) / stations) * 100;
}
