import { CircleAlert } from "lucide-react";
import type { Problem } from "../api/errors";
import { Card } from "./Card";

/** What the server said instead of an answer, in its own words. */
export function Refused({ problem }: { problem: Problem }) {
  return (
    <Card className="flex items-start gap-4 p-6">
      <CircleAlert className="mt-0.5 size-5 shrink-0 text-bad" aria-hidden="true" />
      <div role="alert">
        <p className="text-sm font-medium">{problem.title}</p>
        <p className="mt-0.5 text-sm text-muted">{problem.detail}</p>
      </div>
    </Card>
  );
}
