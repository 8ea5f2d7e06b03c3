import type { UseQueryResult } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Model } from "../api/client";
import { Card } from "../ui/Card";
import { useNow } from "../ui/useNow";
import { Waiting } from "../ui/Waiting";
import type { Seen } from "./seen";
import { verdict, type Verdict } from "./verdict";

const looks: Record<Verdict["tone"], { icon: LucideIcon; className: string }> = {
  good: { icon: CircleCheck, className: "bg-accent-soft text-accent" },
  warn: { icon: CircleAlert, className: "bg-warn-soft text-warn" },
  bad: { icon: CircleX, className: "bg-bad-soft text-bad" },
  unknown: { icon: CircleDashed, className: "bg-raised text-muted" },
};

interface Props {
  health: UseQueryResult<Model<"Health">>;
  seen: Seen | undefined;
  /** The first status is on its way. */
  isAwaited: boolean;
}

/** The one thing to know first: whether it works, and since when it runs. */
export function HealthCard({ health, seen, isAwaited }: Props) {
  const { t } = useTranslation("server");
  const { tone, title, sentences } = verdict(health.data, health.error, t);
  const { icon: Icon, className } = looks[tone];
  return (
    <Card className="flex flex-col gap-6 p-6 sm:flex-row sm:items-center sm:p-8">
      <div className="flex flex-1 items-start gap-5" role="status">
        <span className={`flex size-14 shrink-0 items-center justify-center rounded-2xl ${className}`}>
          <Icon className="size-7" strokeWidth={1.9} aria-hidden="true" />
        </span>
        <div className="flex min-h-14 flex-col justify-center gap-1">
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          {sentences.map((sentence) => (
            <p key={sentence} className="max-w-prose text-sm text-muted">
              {sentence}
            </p>
          ))}
        </div>
      </div>
      {seen ? <Uptime seen={seen} /> : isAwaited && <Waiting className="w-28" />}
    </Card>
  );
}

function Uptime({ seen }: { seen: Seen }) {
  const { t } = useTranslation("server");
  const format = useFormat();
  const now = useNow();
  if (seen.isOld) {
    return null; // nobody knows whether it still runs
  }
  const seconds = seen.status.uptimeSeconds + Math.max(0, now - seen.at) / 1000;
  return (
    <div className="border-line sm:border-l sm:pl-8">
      <p className="text-sm text-muted">{t("upFor")}</p>
      <p className="mt-0.5 text-2xl font-semibold tracking-tight whitespace-nowrap tabular-nums" role="timer">
        {format.duration(seconds)}
      </p>
      <p className="mt-0.5 text-sm text-muted">{t("since", { time: format.moment(seen.status.startedAt) })}</p>
    </div>
  );
}
