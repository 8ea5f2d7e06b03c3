import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { OutcomeWords } from "../commands/Outcome";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";

const messages = [
  "StatusNotification",
  "MeterValues",
  "Heartbeat",
  "TransactionEvent",
  "BootNotification",
  "FirmwareStatusNotification",
  "LogStatusNotification",
  "SignChargingStationCertificate",
];

/** Has a station send a message that it would send by itself some day. */
export function TriggerDialog({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const triggering = useMutation({
    mutationFn: (value: (name: string) => string) => {
      const evse = value("evse");
      return answered(
        api.POST("/api/v1/stations/{station}/trigger", {
          params: { path: { station } },
          body: { message: value("message"), ...(evse !== "" && { evse: Number(evse) }) },
        }),
      );
    },
  });
  return (
    <Dialog title={t("bulk.trigger")} onClose={onClose}>
      {triggering.data ? (
        <div className="flex flex-col gap-3 text-sm">
          {triggering.data.commands.map(({ command, action, state, outcome, status, text }) => (
            <div key={command}>
              <OutcomeWords state={state} outcome={outcome} status={status} /> <span className="text-muted">{action}</span>
              {text !== undefined && <p className="text-muted">{text}</p>}
            </div>
          ))}
          <Button look="primary" className="self-end" onClick={onClose}>
            {t("ui:close")}
          </Button>
        </div>
      ) : (
        <Form
          error={triggering.error}
          fields={["message", "evse"]}
          onSend={(value) => {
            triggering.mutate(value);
          }}
          buttons={<Buttons action={t("bulk.send")} isRunning={triggering.isPending} onCancel={onClose} />}
        >
          <Select name="message" label={t("message")} choices={messages.map((value) => ({ value, text: value }))} />
          <Field name="evse" label={t("evse")} type="number" min={1} hint={t("triggerMore")} />
        </Form>
      )}
    </Dialog>
  );
}
