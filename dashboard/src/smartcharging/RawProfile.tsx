import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { TextArea } from "../ui/Select";
import { objectOf } from "../verbs/json";
import { limitBody } from "./limit";
import { useSetProfile } from "./useSetProfile";

/** A profile in OCPP's own words, for what the form of a limit has no fields for. */
export function RawProfile({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("smartcharging");
  const setting = useSetProfile(station);
  const [wrong, setWrong] = useState<Error | null>(null);
  const [example] = useState(() => {
    const form = { scope: "each", limit: "16", unit: "A", from: "", until: "", stackLevel: "0" };
    return JSON.stringify(limitBody(form, Date.now()).profile, null, 2);
  });
  return (
    <Dialog title={t("rawProfile")} onClose={onClose} isWide>
      <Form
        error={wrong ?? setting.error}
        fields={["evse", "profile"]}
        onSend={(value) => {
          try {
            const profile = objectOf(value("profile"));
            setWrong(null);
            setting.mutate({ evse: Number(value("evse")), profile }, { onSuccess: onClose });
          } catch (error) {
            setWrong(new Error(t("verbs:noJson", { why: error instanceof Error ? error.message : "" })));
          }
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={setting.isPending} onCancel={onClose} />}
      >
        <Field name="evse" label={t("verbs:evse")} type="number" min={0} defaultValue={0} required hint={`0: ${t("verbs:wholeStation")}`} />
        <TextArea name="profile" label="ChargingProfile" hint={t("rawHint")} rows={16} required spellCheck={false} defaultValue={example} className="font-mono !text-xs" />
      </Form>
    </Dialog>
  );
}
