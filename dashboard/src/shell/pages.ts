import { Activity, KeyRound, Users, type LucideIcon } from "lucide-react";

/** An entry of the navigation. */
interface Page {
  path: "/" | "/users" | "/api-keys";
  name: string;
  icon: LucideIcon;
  /** The permission without which it has nothing to show. */
  needs?: string;
}

/** What the navigation shows, in its order. A new page has its entry here and its route in routes.tsx. */
export const pages: Page[] = [
  { path: "/", name: "Server", icon: Activity },
  { path: "/users", name: "Users", icon: Users, needs: "user.read" },
  { path: "/api-keys", name: "API keys", icon: KeyRound, needs: "api-key.read" },
];
