import { ScrollText } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/audit", area: "system", order: 30, text: "audit:navigation", icon: ScrollText, needs: "audit.read" }],
};
