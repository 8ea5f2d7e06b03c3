import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select, TextArea } from "../ui/Select";
import { formats, messageOf, priorities, states } from "./message";
import { useDisplayCommand } from "./useDisplayCommand";

/** @param number the one that a new message is given */
export function SetMessage({ station, number, onClose }: { station: string; number: number; onClose: () => void }) {
  const { t } = useTranslation("displaymessages");
  const setting = useDisplayCommand(
    station,
    ({ id, message }: { id: number; message: Record<string, unknown> }) =>
      answered(
        api.PUT("/api/v1/stations/{station}/display-messages/{id}", {
          params: { path: { station, id } },
          body: message as Record<string, never>,
        }),
      ),
    true,
  );
  return (
    <Dialog title={t("set")} onClose={onClose} isWide>
      <Form
        error={setting.error}
        fields={["id"]}
        onSend={(value) => {
          setting.mutate({ id: Number(value("id")), message: messageOf(value) }, { onSuccess: onClose });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={setting.isPending} onCancel={onClose} />}
      >
        <TextArea name="content" label={t("text")} rows={3} required autoFocus maxLength={1024} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="id" label={t("number")} type="number" min={0} required defaultValue={number} />
          <Select name="format" label={t("format")} choices={formats.map((each) => ({ value: each, text: each }))} />
          <Field name="language" label={t("language")} maxLength={8} placeholder="en" />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select name="priority" label={t("priorityTitle")} defaultValue="NormalCycle" choices={priorities.map((each) => ({ value: each, text: t(`priority.${each}`) }))} />
          <Select
            name="state"
            label={t("while")}
            choices={[{ value: "", text: t("whileState.any") }, ...states.map((each) => ({ value: each, text: t(`whileState.${each}`) }))]}
          />
          <Field name="from" label={t("verbs:from")} type="datetime-local" />
          <Field name="until" label={t("verbs:until")} type="datetime-local" />
        </div>
        <Field name="transactionId" label={t("transaction")} maxLength={36} spellCheck={false} />
      </Form>
    </Dialog>
  );
}
