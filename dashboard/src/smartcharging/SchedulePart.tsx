import { useMutation, useQuery } from "@tanstack/react-query";
import { Gauge, Radio } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat, type Format } from "../i18n/format";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { TimeChart, type Series } from "../ui/TimeChart";
import { useSearchState } from "../ui/useSearchState";
import { notifyFailure } from "../verbs/notifyFailure";
import { useEvses } from "../verbs/useEvses";
import { verdictOf } from "../verbs/verdict";
import { scheduleQuery, type Unit, type View } from "./queries";
import { chartOf, toldSteps } from "./schedule";
import { SetLimit } from "./SetLimit";

const hours = [1, 6, 24, 168] as const;

/** A limit with its unit. */
export const limitText = (format: Format, unit: string) => (value: number) => (unit === "W" ? format.power(value) : format.current(value));

/** What may be drawn when: by what we know, and as the station says. */
export function SchedulePart({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const may = useMay();
  const evses = useEvses(station);
  const [search, change] = useSearchState();
  const [isSetting, setSetting] = useState(false);
  const view: View = {
    evse: Number(search.evse ?? 0),
    seconds: 3600 * (hours.find((each) => String(each) === search.hours) ?? 24),
    unit: search.unit === "W" ? "W" : "A",
  };
  const schedule = useQuery(scheduleQuery(station, view));
  const comparing = useMutation({
    mutationFn: (query: View) =>
      answered(api.POST("/api/v1/stations/{station}/composite-schedule/compare", { params: { path: { station }, query } })),
    onError: notifyFailure,
  });
  const isOfView = JSON.stringify(comparing.variables) === JSON.stringify(view);
  const comparison = isOfView ? comparing.data : undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Narrow
          label={t("forWhat")}
          value={String(view.evse)}
          choices={[{ value: "0", text: t("verbs:wholeStation") }, ...evses.map((evse) => ({ value: String(evse), text: t("verbs:evseNumber", { number: evse }) }))]}
          onPick={(evse) => {
            change({ evse: evse === "0" ? undefined : evse });
          }}
        />
        <Narrow
          label={t("howLong")}
          value={String(view.seconds / 3600)}
          choices={hours.map((each) => ({ value: String(each), text: t("hours", { count: each }) }))}
          onPick={(picked) => {
            change({ hours: picked });
          }}
        />
        <Narrow
          label={t("unit")}
          value={view.unit}
          choices={[
            { value: "A", text: "A" },
            { value: "W", text: "kW" },
          ]}
          onPick={(unit) => {
            change({ unit });
          }}
        />
        {may("charging-profile.write") && (
          <>
            <Button
              disabled={comparing.isPending}
              onClick={() => {
                comparing.mutate(view);
              }}
            >
              <Radio className={`size-4 ${comparing.isPending ? "motion-safe:animate-pulse" : ""}`} aria-hidden="true" />
              {t("compare")}
            </Button>
            <Button
              look="primary"
              onClick={() => {
                setSetting(true);
              }}
            >
              <Gauge className="size-4" aria-hidden="true" />
              {t("setLimit")}
            </Button>
          </>
        )}
      </div>
      <Answer of={schedule}>
        {(computed) => <Drawn computed={comparison?.computed ?? computed} {...(comparison && { comparison })} />}
      </Answer>
      {isSetting && (
        <SetLimit
          station={station}
          onClose={() => {
            setSetting(false);
          }}
        />
      )}
    </>
  );
}

function Drawn({ computed, comparison }: { computed: Model<"CompositeSchedule">; comparison?: Model<"CompositeScheduleComparison"> }) {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  const isOtherUnit = comparison?.stationUnit !== undefined && comparison.stationUnit !== computed.unit;
  const response = comparison?.station.response;
  const chart = useMemo(() => chartOf(computed, isOtherUnit ? [] : toldSteps(response)), [computed, response, isOtherUnit]);
  const series = useMemo<Series[]>(() => {
    const text = limitText(format, computed.unit);
    return [
      { name: t("computed"), colour: "accent", format: text, values: chart.computed, isStepped: true },
      ...(response === undefined ? [] : [{ name: t("reported"), colour: "warn" as const, format: text, values: chart.reported, isStepped: true, isDashed: true }]),
    ];
  }, [chart, computed.unit, format, t, response]);
  const isDrawn = series.some(({ values }) => values.some((value) => value !== null));
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-5">
      {isDrawn && <TimeChart label={t("chart")} times={chart.times} series={series} height={260} />}
      {computed.periods.every(({ limit }) => limit === undefined) && <p className="text-sm text-muted">{t("unlimited")}</p>}
      {comparison && <Difference of={comparison} unit={computed.unit} isOtherUnit={isOtherUnit} />}
    </Card>
  );
}

function Difference({ of, unit, isOtherUnit }: { of: Model<"CompositeScheduleComparison">; unit: Unit; isOtherUnit: boolean }) {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  const text = limitText(format, unit);
  const limit = (value: number | undefined) => (value === undefined ? t("noLimit") : text(value));
  if (of.same === undefined) {
    const { standing, key, status, more } = verdictOf(of.station);
    return (
      <p className="text-sm">
        <Status standing={standing === "good" ? "info" : standing}>{t(`verbs:verdict.${key}`, { status })}</Status> {more}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2 text-sm">
      <Status standing={of.same ? "good" : "warn"}>{of.same ? t("same") : t("differs")}</Status>
      {isOtherUnit && <p className="text-muted">{t("otherUnit", { unit: of.stationUnit })}</p>}
      {(of.differences ?? []).length > 0 && (
        <div tabIndex={0} className="overflow-x-auto">
          <table className="w-full text-left">
            <thead className="text-xs text-muted">
              <tr className="[&>th]:pr-4 [&>th]:pb-1 [&>th]:font-normal">
                <th>{t("verbs:from")}</th>
                <th>{t("verbs:until")}</th>
                <th>{t("computed")}</th>
                <th>{t("reported")}</th>
              </tr>
            </thead>
            <tbody>
              {(of.differences ?? []).map((each) => (
                <tr key={each.from} className="[&>td]:pr-4">
                  <td>{format.moment(each.from)}</td>
                  <td>{format.moment(each.to)}</td>
                  <td>{limit(each.computed)}</td>
                  <td>{limit(each.station)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
