import { useInfiniteQuery } from "@tanstack/react-query";
import { Receipt, Plus, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { useVerb } from "../verbs/useVerb";
import { tariffsQuery } from "./queries";
import { RawForm } from "./RawForm";
import { Shown } from "./Shown";
import { StateSign } from "./StateSign";

const example = { currency: "EUR", energy: { prices: [{ priceKwh: 0.49 }], taxRates: [{ type: "VAT", tax: 19 }] } };

/** The tariffs that a station of OCPP 2.1 has. */
export function TariffsPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  const may = useMay();
  const [task, setTask] = useState<"set" | "clear" | Model<"StationTariff">>();
  const stale = [["more", station, "tariffs"]];
  const params = { path: { station } };
  const asking = useVerb(() => answered(api.POST("/api/v1/stations/{station}/tariffs/refresh", { params })), stale);
  const clearing = useVerb(() => answered(api.DELETE("/api/v1/stations/{station}/tariffs", { params })), stale, true);
  const setting = useVerb(
    ({ tariffId, evse, tariff }: { tariffId: string; evse: number | undefined; tariff: Record<string, unknown> }) =>
      answered(
        api.PUT("/api/v1/stations/{station}/tariffs/{tariffId}", {
          params: { path: { station, tariffId }, query: { ...(evse !== undefined && { evse }) } },
          body: tariff as Record<string, never>,
        }),
      ),
    stale,
    true,
  );
  const close = () => {
    setTask(undefined);
    setting.reset();
  };
  return (
    <>
      {may("station-tariff.write") && (
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              setTask("set");
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("setTariff")}
          </Button>
          <Button
            disabled={asking.isPending}
            onClick={() => {
              asking.mutate();
            }}
          >
            <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
            {t("verbs:ask")}
          </Button>
          <Button
            onClick={() => {
              setTask("clear");
            }}
          >
            <Trash2 className="size-4" aria-hidden="true" />
            {t("clearAllTariffs")}
          </Button>
        </div>
      )}
      <List
        of={useInfiniteQuery(tariffsQuery(station))}
        label={t("part.tariffs")}
        rowKey={({ tariffId, evse }) => `${tariffId} ${evse}`}
        onOpen={setTask}
        columns={[
          { id: "id", title: t("id"), width: "1.3fr", cell: ({ tariffId }) => <span className="font-medium">{tariffId}</span> },
          { id: "kind", title: t("kind"), from: "md", cell: ({ tariffKind }) => tariffKind },
          { id: "evse", title: t("verbs:evse"), width: "6rem", from: "sm", cell: ({ evse }) => (evse === 0 ? t("everyEvse") : evse) },
          { id: "state", title: t("verbs:state"), cell: ({ state, said }) => <StateSign state={state} note={said} /> },
          { id: "from", title: t("verbs:from"), from: "lg", cell: ({ validFrom }) => format.moment(validFrom) },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ changedAt }) => <Ago at={changedAt} /> },
        ]}
        nothing={<Nothing icon={Receipt} title={t("nothing.tariffs")} />}
      />
      {task === "set" && (
        <RawForm
          title={t("setTariff")}
          example={example}
          hasEvse
          error={setting.error}
          isRunning={setting.isPending}
          onSend={(tariffId, tariff, evse) => {
            setting.mutate({ tariffId, tariff, evse }, { onSuccess: close });
          }}
          onClose={close}
        />
      )}
      {task === "clear" && (
        <Confirm title={t("clearAllTariffs")} action={t("verbs:remove")} isDanger run={() => clearing.mutateAsync()} onClose={close}>
          {t("clearTariffsMore")}
        </Confirm>
      )}
      {typeof task === "object" && <Shown title={task.tariffId} value={task.tariff ?? task} onClose={close} />}
    </>
  );
}
