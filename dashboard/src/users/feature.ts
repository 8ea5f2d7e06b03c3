import { Users } from "lucide-react";
import type { Feature } from "../shell/feature";

export const feature: Feature = {
  navigation: [{ path: "/users", area: "access", order: 20, text: "users:navigation", icon: Users, needs: "user.read" }],
};
