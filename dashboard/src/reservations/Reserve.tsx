import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { localOf } from "../verbs/instant";
import { useVerb } from "../verbs/useVerb";
import { useVersion } from "../verbs/version";
import { reservationOf } from "./body";

const HOUR = 3_600_000;

/** Keeps a connector for a token. @param station left out: it is written */
export function Reserve({ station: given, onClose }: { station?: string; onClose: () => void }) {
  const { t } = useTranslation("reservations");
  const [inAnHour] = useState(() => localOf(Date.now() + HOUR));
  const isOld = useVersion(given ?? "") === "1.6";
  const reserving = useVerb(
    async ({ station, body }: { station: string; body: Model<"ReservationBody"> }) =>
      (await answered(api.POST("/api/v1/stations/{station}/reservations", { params: { path: { station } }, body }))).command,
    [["reservations"]],
    true,
  );
  return (
    <Dialog title={t("make")} onClose={onClose}>
      <Form
        error={reserving.error}
        fields={["token", "evse", "connectorType", "expiresAt"]}
        onSend={(value) => {
          const body = reservationOf(value);
          if (body !== null) {
            reserving.mutate({ station: given ?? value("station").trim(), body }, { onSuccess: onClose });
          }
        }}
        buttons={<Buttons action={t("make")} isRunning={reserving.isPending} onCancel={onClose} />}
      >
        {given === undefined && <Field name="station" label={t("verbs:station")} required autoFocus spellCheck={false} />}
        <Field name="token" label={t("token")} hint={t("tokenHint")} required autoFocus={given !== undefined} spellCheck={false} maxLength={255} />
        <Field name="expiresAt" label={t("expires")} type="datetime-local" required defaultValue={inAnHour} />
        <Field name="evse" label={t("verbs:evse")} type="number" min={0} hint={t("evseHint")} />
        {!isOld && <Field name="connectorType" label={t("connectorType")} hint={t("connectorTypeHint")} spellCheck={false} />}
      </Form>
    </Dialog>
  );
}
