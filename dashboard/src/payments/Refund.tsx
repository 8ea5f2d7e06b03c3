import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { left } from "./standings";

/** Gives back what was taken, or a part of it. Sent twice from the same dialog it is one refund. */
export function Refund({ payment, onClose }: { payment: Model<"Payment">; onClose: () => void }) {
  const { t } = useTranslation("payments");
  const format = useFormat();
  const [key] = useState(() => `dashboard-${String(Date.now())}-${String(Math.floor(Math.random() * 1e9))}`);
  const refunding = useMutation({
    mutationFn: (amount: number) =>
      answered(api.POST("/api/v1/payments/{id}/refund", { params: { path: { id: payment.id } }, body: { amount, key: `${key}-${String(amount)}` } })),
    onSuccess: () => {
      notify("good", t("refund.asked"));
      onClose();
    },
  });
  return (
    <Dialog title={t("refund.open")} onClose={onClose}>
      <Form
        error={refunding.error}
        fields={["amount"]}
        onSend={(value) => {
          refunding.mutate(Number(value("amount").replace(",", ".")));
        }}
        buttons={<Buttons action={t("refund.action")} isRunning={refunding.isPending} isDanger onCancel={onClose} />}
      >
        <Field
          name="amount"
          label={`${t("amount")} (${payment.currency})`}
          hint={t("refund.left", { amount: format.money(left(payment), payment.currency) })}
          defaultValue={left(payment)}
          inputMode="decimal"
          autoComplete="off"
          pattern="[0-9]+([.,][0-9]+)?"
          required
        />
      </Form>
    </Dialog>
  );
}
