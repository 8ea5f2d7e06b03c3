import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useNow } from "../ui/useNow";
import { share, stretches } from "./uptime";

interface Props {
  label: string;
  hours: number;
  /** Before that there was no such station, in milliseconds. */
  since: number;
  connections: Pick<Model<"StationConnection">, "openedAt" | "closedAt">[];
}

/** When a station was connected within the last hours, as a bar. */
export function UptimeStrip({ label, hours, since, connections }: Props) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  const now = Math.floor(useNow() / 60_000) * 60_000; // to the minute: the bar is no finer
  const from = now - hours * 3_600_000;
  const seen = stretches(connections, from, now);
  const before = Math.min(1, Math.max(0, (since - from) / (now - from)));
  const part = t("uptime", { share: format.percent(before === 1 ? 100 : share(seen) / (1 - before)) });
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="flex justify-between text-sm">
        <span>{label}</span>
        <span className="text-muted">{part}</span>
      </figcaption>
      <svg viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label={`${label}: ${part}`} className="h-4 w-full rounded">
        <rect width="1000" height="16" className="fill-raised" />
        <rect x={before * 1000} width={(1 - before) * 1000} height="16" className="fill-bad-soft" />
        {seen.map((each) => (
          <rect key={each.from} x={each.from * 1000} width={Math.max(1, (each.to - each.from) * 1000)} height="16" className="fill-accent" />
        ))}
      </svg>
      <div className="flex justify-between text-xs text-muted">
        <span>{format.moment(new Date(from).toISOString())}</span>
        <span>{t("now")}</span>
      </div>
    </figure>
  );
}
