import { Cable, Unplug } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [
    { path: "/connection-attempts", area: "operate", order: 70, text: "connecting:attempts", icon: Unplug, needs: "station.read" },
    { path: "/connect", area: "operate", order: 80, text: "connecting:navigation", icon: Cable, needs: "station.write" },
  ],
};
