import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { Status, type Standing } from "../ui/Status";
import { connectorsQuery } from "./queries";
import type { StationRow } from "./row";

const standings: Record<Model<"ResetState">, Standing> = {
  queued: "waiting",
  requested: "waiting",
  accepted: "good",
  scheduled: "waiting",
  rebooted: "good",
  rejected: "bad",
  expired: "bad",
  failed: "bad",
};

/** Starts a station, or one of its EVSEs, anew. */
export function ResetDialog({ station, onClose }: { station: StationRow; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const { identity, ocppVersion } = station;
  const connectors = useQuery(connectorsQuery(identity)).data ?? [];
  const evses = ocppVersion === "1.6" ? [] : [...new Set(connectors.map(({ evse }) => evse))].filter((evse) => evse > 0);
  const types = ocppVersion === "2.1" ? (["onIdle", "immediate", "immediateAndResume"] as const) : (["onIdle", "immediate"] as const);
  const resetting = useMutation({
    mutationFn: (value: (name: string) => string) => {
      const evse = value("evse");
      return answered(
        api.POST("/api/v1/stations/{station}/reset", {
          params: { path: { station: identity } },
          body: { type: value("type") as Model<"ResetType">, ...(evse !== "" && { evse: Number(evse) }) },
        }),
      );
    },
  });
  const { data } = resetting;
  return (
    <Dialog title={t("reset.of", { station: identity })} onClose={onClose}>
      {data ? (
        <div className="flex flex-col gap-5 text-sm">
          <Status standing={standings[data.state]}>{t(`reset.state.${data.state}`)}</Status>
          {data.note !== undefined && <p className="text-muted">{data.note}</p>}
          <Button look="primary" className="self-end" onClick={onClose}>
            {t("ui:close")}
          </Button>
        </div>
      ) : (
        <Form
          error={resetting.error}
          fields={["type", "evse"]}
          onSend={(value) => {
            resetting.mutate(value);
          }}
          buttons={<Buttons action={t("bulk.reset")} isDanger isRunning={resetting.isPending} onCancel={onClose} />}
        >
          <Select name="type" label={t("reset.type")} choices={types.map((value) => ({ value, text: t(`reset.${value}`) }))} />
          {evses.length > 1 && (
            <Select
              name="evse"
              label={t("reset.what")}
              choices={[{ value: "", text: t("wholeStation") }, ...evses.map((evse) => ({ value: String(evse), text: `${t("evse")} ${evse}` }))]}
            />
          )}
        </Form>
      )}
    </Dialog>
  );
}
