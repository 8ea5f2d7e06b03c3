import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";

interface Props {
  session: Model<"Session">;
  onClose: () => void;
}

/** Has the station stop it; the session ends with what the station sends then. */
export function StopSession({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const client = useQueryClient();
  const params = { path: { id: session.id } };
  return (
    <Confirm
      title={t("stop.title", { id: session.id })}
      action={t("stop.open")}
      isDanger
      run={async () => {
        const { accepted, over, errorText, outcome } = await answered(api.POST("/api/v1/sessions/{id}/stop", { params }));
        if (accepted || over) {
          notify("good", t(over ? "stop.over" : "stop.accepted"));
        } else {
          notify("bad", t("stop.refused"), errorText ?? outcome);
        }
        await client.invalidateQueries({ queryKey: ["sessions"] });
      }}
      onClose={onClose}
    >
      {t("stop.more", { station: session.station })}
    </Confirm>
  );
}

/** Ends it here only, for a station that never will. */
export function CloseSession({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const client = useQueryClient();
  const closing = useMutation({
    mutationFn: (reason: string) => answered(api.POST("/api/v1/sessions/{id}/close", { params: { path: { id: session.id } }, body: { reason } })),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  return (
    <Dialog title={t("close.title", { id: session.id })} onClose={onClose}>
      <Form
        error={closing.error}
        fields={["reason"]}
        onSend={(value) => {
          closing.mutate(value("reason").trim());
        }}
        buttons={<Buttons action={t("close.action")} isDanger isRunning={closing.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("close.more")}</p>
        <Field name="reason" label={t("close.reason")} required autoFocus autoComplete="off" maxLength={200} />
      </Form>
    </Dialog>
  );
}
