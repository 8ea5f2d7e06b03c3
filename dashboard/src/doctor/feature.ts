import { Unplug } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/connection-problems", area: "operate", order: 70, text: "doctor:problems", icon: Unplug, needs: "station.read" }],
  live: [{ kind: "station.", stale: ({ station }) => [["station-diagnosis", station]] }],
  stationTabs: [
    { path: "/stations/$station/wrong", order: 82, text: "doctor:wrong", needs: "station.read" },
    { path: "/stations/$station/connect", order: 84, text: "doctor:sheet", needs: "station.read" },
  ],
};
