import { useTranslation } from "react-i18next";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { profileOf } from "./network";

const plain = (...values: string[]) => values.map((value) => ({ value, text: value }));

interface Props {
  error: Error | null;
  isRunning: boolean;
  onSend: (slot: number, profile: Record<string, unknown>) => void;
  onClose: () => void;
}

/** What a slot of the station is to hold. */
export function SetSlot({ error, isRunning, onSend, onClose }: Props) {
  const { t } = useTranslation("configuration");
  return (
    <Dialog title={t("setSlot")} onClose={onClose}>
      <Form
        error={error}
        fields={["slot"]}
        onSend={(value) => {
          onSend(Number(value("slot")), profileOf(value));
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={isRunning} onCancel={onClose} />}
      >
        <Field name="slot" label={t("slot")} type="number" min={0} required autoFocus />
        <Field name="url" label={t("url")} type="url" placeholder="wss://csms.example.org/ocpp" required maxLength={512} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select name="version" label={t("version")} choices={plain("OCPP20", "OCPP201", "OCPP21", "OCPP16")} defaultValue="OCPP20" />
          <Select name="interface" label={t("interface")} choices={plain("Wired0", "Wired1", "Wireless0", "Wireless1", "Any")} />
          <Select name="securityProfile" label={t("securityProfile")} choices={plain("0", "1", "2", "3")} defaultValue="2" />
          <Field name="messageTimeout" label={t("messageTimeout")} type="number" min={1} required defaultValue={30} />
        </div>
      </Form>
    </Dialog>
  );
}
