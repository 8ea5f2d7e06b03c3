import type { ReactNode } from "react";
import { Card } from "./Card";

/** One number that matters, with its name above and what it is measured against below. */
export function Figure({ name, value, children }: { name: string; value: ReactNode; children?: ReactNode }) {
  return (
    <Card className="flex flex-col gap-1 px-4 py-3.5">
      <p className="text-xs text-muted">{name}</p>
      <p className="text-2xl font-semibold tracking-tight">{value}</p>
      {children !== undefined && <div className="text-xs text-muted">{children}</div>}
    </Card>
  );
}
