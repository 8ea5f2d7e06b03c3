import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { blockStandings, nameOf, type Place } from "./place";

/** Says that a place takes no new sessions, and why. */
export function BlockDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const client = useQueryClient();
  const blocking = useMutation({
    mutationFn: (value: (name: string) => string) => {
      const until = value("until");
      return block(place, { reason: value("reason").trim(), ...(until !== "" && { until: new Date(until).toISOString() }) });
    },
    onSuccess: async ({ result }) => {
      notify(blockStandings[result], t("block.done"), t(`block.result.${result}`));
      onClose();
      await client.invalidateQueries({ queryKey: ["stations"] });
    },
  });
  return (
    <Dialog title={t("block.of", { place: nameOf(place, t("evse")) })} onClose={onClose}>
      <Form
        error={blocking.error}
        fields={["reason", "until"]}
        onSend={(value) => {
          blocking.mutate(value);
        }}
        buttons={<Buttons action={t("block.action")} isDanger isRunning={blocking.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("block.more")}</p>
        <Field name="reason" label={t("block.reason")} required autoFocus maxLength={200} autoComplete="off" />
        <Field name="until" label={t("block.until")} type="datetime-local" hint={t("block.untilMore")} />
      </Form>
    </Dialog>
  );
}

function block({ station, evse, connector }: Place, body: { reason: string; until?: string }) {
  if (evse === undefined) {
    return answered(api.PUT("/api/v1/stations/{station}/block", { params: { path: { station } }, body }));
  }
  return connector === undefined
    ? answered(api.PUT("/api/v1/stations/{station}/evses/{evse}/block", { params: { path: { station, evse } }, body }))
    : answered(api.PUT("/api/v1/stations/{station}/evses/{evse}/connectors/{connector}/block", { params: { path: { station, evse, connector } }, body }));
}
