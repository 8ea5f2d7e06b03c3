import { ShieldCheck } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/roles", area: "access", order: 30, text: "roles:navigation", icon: ShieldCheck, needs: "role.read" }],
};
