import { LayoutDashboard } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/", area: "operate", order: 10, text: "overview:navigation", icon: LayoutDashboard, needs: "station.read" }],
  live: [
    { kind: "station.", stale: () => [["overview"], ["stations", "locations"]] },
    { kind: "connector.", stale: () => [["overview"], ["stations", "locations"]] },
    { kind: "session.started", stale: () => [["overview"]] },
    { kind: "session.ended", stale: () => [["overview"]] },
    { kind: "session.suspect", stale: () => [["overview"]] },
  ],
};
