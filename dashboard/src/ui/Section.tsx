import type { ReactNode } from "react";
import { Card } from "./Card";

/** One thing of a page that has several: what it is at the side, what can be done beside it. */
export function Section({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  return (
    <Card className="grid gap-x-8 gap-y-5 p-6 md:grid-cols-[15rem_1fr]">
      <div>
        <h2 className="text-sm font-semibold">{title}</h2>
        <div className="mt-1 text-sm text-muted">{about}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </Card>
  );
}
