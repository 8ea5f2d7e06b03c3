import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { TextArea } from "../ui/Select";
import { objectOf } from "../verbs/json";

interface Props {
  title: string;
  /** What may be sent, to begin with. */
  example: unknown;
  /** An EVSE may be named. */
  hasEvse?: boolean;
  error: Error | null;
  isRunning: boolean;
  onSend: (id: string, body: Record<string, unknown>, evse: number | undefined) => void;
  onClose: () => void;
}

/** An object of OCPP with an id that somebody chooses. */
export function RawForm({ title, example, hasEvse = false, error, isRunning, onSend, onClose }: Props) {
  const { t } = useTranslation("more");
  const [wrong, setWrong] = useState<Error | null>(null);
  return (
    <Dialog title={title} onClose={onClose} isWide>
      <Form
        error={wrong ?? error}
        fields={["evse"]}
        onSend={(value) => {
          try {
            const body = objectOf(value("body"));
            setWrong(null);
            onSend(value("id").trim(), body, value("evse") === "" ? undefined : Number(value("evse")));
          } catch (failure) {
            setWrong(new Error(t("verbs:noJson", { why: failure instanceof Error ? failure.message : "" })));
          }
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={isRunning} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="id" label={t("id")} required autoFocus maxLength={60} spellCheck={false} />
          {hasEvse && <Field name="evse" label={t("verbs:evse")} type="number" min={1} />}
        </div>
        <TextArea
          name="body"
          label={t("inOcpp")}
          rows={14}
          required
          spellCheck={false}
          defaultValue={JSON.stringify(example, null, 2)}
          className="font-mono !text-xs"
        />
      </Form>
    </Dialog>
  );
}
