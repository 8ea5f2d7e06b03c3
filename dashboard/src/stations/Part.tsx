import type { ReactNode } from "react";
import { Card } from "../ui/Card";

/** A part of the page, with its name above. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="min-w-0 overflow-hidden">
      <h2 className="border-b border-line px-4 py-2.5 text-sm font-semibold">{title}</h2>
      {children}
    </Card>
  );
}
