import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { Failed, Skeleton } from "../ui/Answer";
import { Card } from "../ui/Card";
import { JsonText } from "../ui/JsonText";
import { More } from "../ui/More";
import type { Standing } from "../ui/Status";
import { Timeline } from "../ui/Timeline";
import { evidenceQuery } from "./queries";

const looks: Record<Model<"Evidence">["kind"], Standing> = {
  started: "good",
  updated: "info",
  ended: "off",
  anomaly: "warn",
  closed: "off",
  ordered: "waiting",
  commanded: "waiting",
  reading: "idle",
};

/** Everything that was said of the session, in its order. */
export function SessionTrail({ id }: { id: number }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const trail = useInfiniteQuery(evidenceQuery(id));
  const [hasReadings, setReadings] = useState(false);
  const rows = rowsOf(trail.data).filter(({ kind }) => hasReadings || kind !== "reading");
  return (
    <Card className="flex min-w-0 flex-col gap-4 p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{t("trail.title")}</h2>
        <label className="flex items-center gap-2 text-sm text-muted">
          <input type="checkbox" checked={hasReadings} onChange={() => { setReadings(!hasReadings); }} className="size-4 accent-[var(--accent)]" />
          {t("trail.withReadings")}
        </label>
      </div>
      {trail.data === undefined ? (
        trail.isError ? <Failed error={trail.error} onAgain={() => void trail.refetch()} /> : <Skeleton lines={4} />
      ) : (
        <Timeline
          of={rows.map((row, index) => ({
            key: String(index),
            at: row.stationAt ?? row.receivedAt,
            standing: looks[row.kind],
            title: t(`trail.${row.kind}`),
            more: (
              <details>
                <summary className="w-fit cursor-pointer">
                  {[row.action, row.trigger, row.seqNo === null ? null : `#${row.seqNo}`].filter((each) => each !== null).join(" · ") || t("trail.detail")}
                  {row.offline && ` · ${t("trail.offline")}`}
                </summary>
                <p className="my-1.5 text-xs">{t("trail.received", { time: format.moment(row.receivedAt) })}</p>
                <JsonText value={row.detail} />
              </details>
            ),
          }))}
        />
      )}
      <More {...trail} />
    </Card>
  );
}
