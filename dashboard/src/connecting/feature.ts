import { Cable } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [
    { path: "/connect", area: "operate", order: 80, text: "connecting:navigation", icon: Cable, needs: "station.write" },
  ],
};
