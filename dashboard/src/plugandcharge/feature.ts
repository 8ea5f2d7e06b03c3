import { PlugZap } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/plug-and-charge", area: "control", order: 50, text: "plugandcharge:navigation", icon: PlugZap, needs: "contract.read" }],
};
