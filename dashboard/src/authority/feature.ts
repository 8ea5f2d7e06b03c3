import { BadgeCheck } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/certificates", area: "control", order: 90, text: "authority:navigation", icon: BadgeCheck, needs: "certificate.read" }],
  live: [{ kind: "certificate.", stale: () => [["authority"]] }],
};
