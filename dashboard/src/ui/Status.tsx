import { Ban, Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot, Hourglass, OctagonX, TriangleAlert, Zap, type LucideIcon } from "lucide-react";

/** How something stands; each has a shape of its own, so that nobody needs to see colours. */
export const standings = {
  good: { icon: CircleCheck, look: "text-accent" },
  busy: { icon: Zap, look: "text-busy" },
  idle: { icon: Circle, look: "text-muted" },
  waiting: { icon: Hourglass, look: "text-busy" },
  warn: { icon: TriangleAlert, look: "text-warn" },
  bad: { icon: OctagonX, look: "text-bad" },
  alert: { icon: CircleAlert, look: "text-bad" },
  off: { icon: CircleDashed, look: "text-muted" },
  blocked: { icon: Ban, look: "text-warn" },
  info: { icon: CircleDot, look: "text-busy" },
} as const satisfies Record<string, { icon: LucideIcon; look: string }>;

export type Standing = keyof typeof standings;

/** How something stands, by shape, colour and word. */
export function Status({ standing, children }: { standing: Standing; children: string }) {
  const { icon: Icon, look } = standings[standing];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon className={`size-3.5 shrink-0 ${look}`} aria-hidden="true" />
      {children}
    </span>
  );
}
