import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useLive } from "../live/Live";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Figure } from "../ui/Figure";
import { TimeChart, type Series } from "../ui/TimeChart";
import { useNow } from "../ui/useNow";
import { meteringQuery } from "./queries";
import { type Shown, shownBy, shownOver } from "./series";
import { secondsOf } from "./standing";

/** What the meter shows now, and what it has shown. */
export function SessionMeter({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const now = useNow();
  const metering = useQuery(meteringQuery(session.id)).data;
  const [heard, setHeard] = useState<Shown[]>([]);
  useLive((event) => {
    const shown = shownBy(event, session.id);
    if (shown !== null) {
      setHeard((before) => [...before.slice(-999), shown]);
    }
  });
  const all = useMemo(() => {
    const known = metering === undefined ? [] : shownOver(metering, session.meterStartWh);
    const last = known.at(-1)?.time ?? 0;
    return [...known, ...heard.filter(({ time }) => time > last)];
  }, [metering, heard, session.meterStartWh]);
  const lastOf = (value: (shown: Shown) => number | null) => all.findLast((shown) => value(shown) !== null);
  const isOpen = session.state === "open";
  const power = isOpen ? (lastOf(({ powerW }) => powerW)?.powerW ?? session.powerW) : maximum(all.map(({ powerW }) => powerW));
  const current = isOpen ? (lastOf(({ currentA }) => currentA)?.currentA ?? null) : maximum(all.map(({ currentA }) => currentA));
  const soc = lastOf(({ socPercent }) => socPercent)?.socPercent ?? session.socPercent;
  const firstSoc = all.find(({ socPercent }) => socPercent !== null)?.socPercent ?? null;
  const energy = isOpen ? (lastOf(({ energyWh }) => energyWh)?.energyWh ?? session.energyWh) : session.energyWh;
  const seenAt = all.at(-1)?.time;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        <Figure name={t("energy")} value={format.energy(energy)} />
        <Figure name={t(isOpen ? "power" : "peakPower")} value={format.power(power)} />
        <Figure name={t(isOpen ? "current" : "peakCurrent")} value={format.current(current)} />
        <Figure name={t("voltage")} value={format.voltage(lastOf(({ voltageV }) => voltageV)?.voltageV)} />
        <Figure name={t("soc")} value={format.percent(soc)}>
          {firstSoc !== null && firstSoc !== soc ? t("socFrom", { soc: format.percent(firstSoc) }) : undefined}
        </Figure>
        <Figure name={t("duration")} value={format.duration(secondsOf(session, now))}>
          {isOpen && seenAt !== undefined && (
            <>
              {t("lastReading")} <Ago at={new Date(seenAt * 1000).toISOString()} />
            </>
          )}
        </Figure>
      </div>
      {all.length > 1 && <Charts all={all} />}
    </>
  );
}

function Charts({ all }: { all: Shown[] }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const times = all.map(({ time }) => time);
  const one = (name: string, text: Series["format"], colour: Series["colour"], values: (number | null)[]): Series => ({ name, format: text, colour, values });
  const series = [
    one(t("power"), format.power, "accent", all.map(({ powerW }) => powerW)),
    one(t("energy"), format.energy, "busy", all.map(({ energyWh }) => energyWh)),
    one(t("current"), format.current, "warn", all.map(({ currentA }) => currentA)),
    one(t("soc"), format.percent, "busy", all.map(({ socPercent }) => socPercent)),
  ].filter(({ values }) => values.filter((value) => value !== null).length > 1);
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      {series.map((each) => (
        <Card key={each.name} className="min-w-0 px-4 pt-3.5 pb-2">
          <h2 className="mb-2 text-sm font-medium">{each.name}</h2>
          <Chart times={times} series={each} />
        </Card>
      ))}
    </div>
  );
}

/** Of its own, so that it is drawn anew only with new values. */
function Chart({ times, series }: { times: number[]; series: Series }) {
  return <TimeChart label={series.name} times={times} series={[series]} height={170} />;
}

function maximum(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
