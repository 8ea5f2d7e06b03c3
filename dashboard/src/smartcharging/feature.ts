import type { LiveEvent } from "../live/LiveFeed";
import type { Feature } from "../shell/feature";

const ofStation = ({ station }: LiveEvent) => [["smart-charging", station]];

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/charging", order: 50, text: "smartcharging:tab", needs: "charging-profile.read" }],
  live: [
    { kind: "charging-profile.", stale: ofStation },
    { kind: "charging-limit.", stale: ofStation },
    { kind: "charging-needs.", stale: ofStation },
    { kind: "ev-schedule.", stale: ofStation },
    { kind: "priority-charging.", stale: ofStation },
    { kind: "session.started", stale: ofStation },
    { kind: "session.ended", stale: ofStation },
  ],
};
