import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Card } from "../ui/Card";
import { TimeChart } from "../ui/TimeChart";
import { previewQuery } from "./queries";

interface Said {
  tariff?: Model<"OcpiTariff"> | null;
  simple?: Model<"SimpleTariff"> | null;
}

const box = "w-full rounded-lg border border-line bg-ground px-2.5 py-1.5 text-sm";
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const HOUR = 3600;

/** What a made-up session would cost by the tariff as it stands in the form, moment by moment. */
export function Preview({ said }: { said: Said }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const [kilowatts, setKilowatts] = useState(11);
  const [kilowattHours, setKilowattHours] = useState(20);
  const [hours, setHours] = useState(3);
  const [start] = useState(() => new Date().toISOString());
  const deferred = useDeferredValue(said);
  const isSaid = Boolean(deferred.tariff ?? deferred.simple);
  const found = useQuery({
    ...previewQuery({
      timeZone: zone,
      ...(deferred.tariff && { tariff: deferred.tariff }),
      ...(deferred.simple && { simple: deferred.simple }),
      session: { start, powerW: kilowatts * 1000, energyWh: kilowattHours * 1000, durationSeconds: Math.round(hours * HOUR) },
    }),
    enabled: isSaid,
  });
  const data = found.data;
  const times = useMemo(() => (data?.curve ?? []).map(({ at }) => new Date(at).getTime() / 1000), [data]);
  const values = useMemo(() => (data?.curve ?? []).map(({ cost }) => cost.incl_vat), [data]);
  const numbers = [
    ["power", kilowatts, setKilowatts, "kW"],
    ["energy", kilowattHours, setKilowattHours, "kWh"],
    ["stay", hours, setHours, "h"],
  ] as const;
  return (
    <Card className="flex min-w-0 flex-col gap-4 p-5">
      <h2 className="text-sm font-semibold">{t("preview.title")}</h2>
      <div className="grid grid-cols-3 gap-3">
        {numbers.map(([name, value, set, unit]) => (
          <label key={name} className="flex flex-col gap-1 text-sm text-muted">
            {t(`preview.${name}`)} ({unit})
            <input
              type="number"
              min={0}
              step="any"
              className={box}
              value={value}
              onChange={({ target }) => { set(Math.max(0, target.valueAsNumber || 0)); }}
            />
          </label>
        ))}
      </div>
      {found.isError && isSaid && <p role="alert" className="text-sm text-bad">{found.error.message}</p>}
      {data && !found.isError && (
        <>
          <p className="text-2xl font-semibold tabular-nums">
            {format.money(data.price.payable.incl_vat, data.price.currency)}{" "}
            <span className="text-sm font-normal text-muted">
              {t("preview.withoutTax", { amount: format.money(data.price.payable.excl_vat, data.price.currency) })}
            </span>
          </p>
          <TimeChart
            label={t("preview.title")}
            times={times}
            series={[{ name: t("preview.cost"), colour: "accent", values, format: (value) => format.money(value, data.price.currency) }]}
          />
          <ul className="flex flex-col gap-1 text-sm">
            {data.price.lines.slice(0, 12).map((line, place) => (
              <li key={place} className="flex justify-between gap-4 border-t border-line pt-1">
                <span className="text-muted">{line.reason}</span>
                <span className="tabular-nums whitespace-nowrap">{format.money(line.cost.incl_vat, data.price.currency)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
