import type { LiveEvent } from "../live/LiveFeed";
import type { Feature } from "../shell/feature";

const ofStation = ({ station }: LiveEvent) => [["monitoring", station]];

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/monitoring", order: 100, text: "monitoring:tab", needs: "monitor.read" }],
  live: [
    { kind: "station.alert.", stale: ofStation },
    { kind: "station.event.", stale: ofStation },
    { kind: "report.completed", stale: ofStation },
  ],
};
