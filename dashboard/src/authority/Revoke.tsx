import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import type { Issued } from "./queries";
import { reasons } from "./words";

/** Nobody is to believe it any more. */
export function Revoke({ of, onClose }: { of: Issued; onClose: () => void }) {
  const { t } = useTranslation("authority");
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: (reason: string) => answered(api.POST("/api/v1/certificates/{id}/revoke", { params: { path: { id: of.id } }, body: { reason } })),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["authority"] });
    },
  });
  return (
    <Dialog title={`${t("revokeAction")}: ${of.station}`} onClose={onClose}>
      <Form
        error={revoking.error}
        fields={["reason"]}
        onSend={(value) => {
          revoking.mutate(value("reason"));
        }}
        buttons={<Buttons action={t("revokeAction")} isRunning={revoking.isPending} isDanger onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("revokeMore")}</p>
        <Select name="reason" label={t("reasonTitle")} choices={reasons.map((each) => ({ value: each, text: t(`reason.${each}`) }))} />
      </Form>
    </Dialog>
  );
}
