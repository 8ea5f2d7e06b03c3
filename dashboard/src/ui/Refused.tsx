import { CircleAlert, LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/errors";
import { Card } from "./Card";
import { Nothing } from "./Nothing";

/** What the server said instead of an answer, in its own words. */
export function Refused({ problem }: { problem: Problem }) {
  const { t } = useTranslation("ui");
  if (problem.status === 403) {
    return (
      <Nothing icon={LockKeyhole} title={t("notAllowed")}>
        {problem.detail}
      </Nothing>
    );
  }
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
