import { CircuitBoard } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/firmware", area: "control", order: 30, text: "firmware:navigation", icon: CircuitBoard, needs: "firmware.read" }],
  stationTabs: [{ path: "/stations/$station/firmware", order: 60, text: "firmware:tab", needs: "firmware.read" }],
  live: [
    { kind: "firmware.campaign.", stale: () => [["firmware", "campaigns"]] },
    { kind: "firmware.update.", stale: ({ station }) => [["firmware", "updates", station], ["firmware", "update"], ["firmware", "campaigns"]] },
    { kind: "firmware.publication.", stale: ({ station }) => [["firmware", "publications", station]] },
    { kind: "log.request.", stale: ({ station }) => [["firmware", "logs", station], ["firmware", "log"]] },
    // What a station reports of a task, each step of it.
    { kind: "station.job.", stale: () => [["firmware", "update"], ["firmware", "log"]] },
  ],
};
