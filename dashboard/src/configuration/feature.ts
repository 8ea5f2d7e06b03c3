import type { Feature } from "../shell/feature";
import type { LiveEvent } from "../live/LiveFeed";

const ofStation = ({ station }: LiveEvent) => [["configuration", station]];

export const feature: Feature = {
  stationTabs: [{ path: "/stations/$station/configuration", order: 40, text: "configuration:tab", needs: "configuration.read" }],
  live: [
    { kind: "configuration.", stale: ofStation },
    { kind: "report.completed", stale: ofStation },
    { kind: "network-profile.", stale: ofStation },
    { kind: "station.booted", stale: ofStation },
  ],
};
