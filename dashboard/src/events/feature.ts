import { Siren, ScrollText } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [
    { path: "/alerts", area: "operate", order: 40, text: "events:alerts", icon: Siren, needs: "station-alert.read" },
    { path: "/events", area: "operate", order: 50, text: "events:navigation", icon: ScrollText, needs: "station.read" },
  ],
  live: [
    { kind: "station.alert.", stale: () => [["alerts"]] },
    { kind: "", stale: (event) => (event.id === undefined ? [] : [["events"]]) },
  ],
};
