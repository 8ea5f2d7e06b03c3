/** Pages for whoever is not signed in. */
const DOORS = ["/sign-in", "/setup", "/password"];

export function isDoor(path: string): boolean {
  return DOORS.includes(path);
}

/** Keeps where somebody wanted to go, on the way to the sign-in. @param href within the dashboard */
export function searchFor(href: string): { to?: string } {
  return href === "/" ? {} : { to: href };
}

/** Where somebody wanted to go before they had to sign in. A link from elsewhere must not lead elsewhere by it. */
export function wayBack(to: unknown): string {
  if (typeof to !== "string" || !to.startsWith("/")) {
    return "/";
  }
  // Browsers read a backslash as a slash, and leave out tabs and ends of lines.
  const url = new URL(to, window.location.origin);
  return url.origin === window.location.origin && !isDoor(url.pathname) ? url.pathname + url.search + url.hash : "/";
}
