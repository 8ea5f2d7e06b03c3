import { Boxes } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/groups", area: "access", order: 50, text: "groups:navigation", icon: Boxes, needs: "station-group.read" }],
};
