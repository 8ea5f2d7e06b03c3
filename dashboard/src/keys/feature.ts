import { KeyRound } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/api-keys", area: "access", order: 40, text: "keys:navigation", icon: KeyRound, needs: "api-key.read" }],
};
