import { Activity, type LucideIcon } from "lucide-react";

/** An entry of the navigation. */
interface Page {
  path: "/";
  name: string;
  icon: LucideIcon;
}

/** What the navigation shows, in its order. A new page has its entry here and its route in routes.tsx. */
export const pages: Page[] = [{ path: "/", name: "Server", icon: Activity }];
