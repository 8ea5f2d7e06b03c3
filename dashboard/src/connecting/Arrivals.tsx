import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { stationQuery } from "../stations/queries";
import { Card } from "../ui/Card";
import { Timeline, type Moment } from "../ui/Timeline";
import { attemptsQuery, connectorsQuery, openSessionQuery } from "./queries";

/** What has arrived of a station so far, step by step, from its first knock to a session. */
export function Arrivals({ station }: { station: string }) {
  const { t } = useTranslation("connecting");
  const format = useFormat();
  const known = useQuery({ ...stationQuery(station), refetchInterval: 10_000 }).data;
  const refused = rowsOf(useInfiniteQuery(attemptsQuery).data).filter(({ identity }) => identity === station);
  const connectors = useQuery(connectorsQuery(station)).data;
  const session = useQuery(openSessionQuery(station)).data;
  const isThere = known?.connected === true;
  const steps: Moment[] = [
    ...refused.slice(0, 3).map(
      (attempt, index): Moment => ({
        key: `refused-${index}`,
        at: attempt.lastAt,
        standing: "bad",
        title: t(`reason.${attempt.reason}`),
        more: `${attempt.remoteAddress}${attempt.detail === null ? "" : ` · ${attempt.detail}`}`,
      }),
    ),
    {
      key: "connected",
      at: isThere ? known.lastSeenAt : null,
      standing: isThere ? "good" : "waiting",
      title: t(isThere ? "connected" : "notConnected"),
      ...(isThere && { more: t("speaks", { version: known.ocppVersion ?? "" }) }),
    },
    {
      key: "booted",
      at: known?.lastBootAt ?? null,
      standing: known?.registration === "accepted" ? "good" : "off",
      title: t(known?.registration === "accepted" ? "booted" : "notBooted"),
      more: [known?.vendor, known?.model, known?.firmwareVersion].filter(Boolean).join(" · "),
    },
    {
      key: "connectors",
      at: null,
      standing: connectors?.length ? "good" : "off",
      title: connectors?.length ? t("connectorsKnown", { count: connectors.length }) : t("noConnectors"),
    },
    {
      key: "session",
      at: session?.startedAt ?? null,
      standing: session ? "busy" : "off",
      title: t(session ? "charging" : "notCharging"),
      ...(session && {
        more: (
          <Link to="/sessions/$session" params={{ session: String(session.id) }} className="text-accent hover:underline">
            {t("toSession", { energy: format.energy(session.energyWh) })}
          </Link>
        ),
      }),
    },
  ];
  return (
    <Card className="flex flex-col gap-4 p-6">
      <h2 className="text-base font-semibold">{t("arrives")}</h2>
      <Timeline of={steps} />
      <Link to="/stations/$station" params={{ station }} className="self-start text-sm text-accent hover:underline">
        {t("toStation", { station })}
      </Link>
    </Card>
  );
}
