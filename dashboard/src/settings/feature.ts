import { Settings } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/settings", area: "system", order: 20, text: "settings:navigation", icon: Settings }],
};
