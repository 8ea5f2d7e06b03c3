import { CircleHelp } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/why", area: "operate", order: 60, text: "diagnosis:navigation", icon: CircleHelp, needs: "session.read" }],
};
