import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "./Card";

/** Stands where a list has nothing to show: why, and what to do about it. */
export function Nothing({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <Card className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <Icon className="size-6 text-muted" aria-hidden="true" />
      <p className="text-sm font-medium">{title}</p>
      {children !== undefined && <div className="flex max-w-prose flex-col items-center gap-3 text-sm text-muted">{children}</div>}
    </Card>
  );
}
