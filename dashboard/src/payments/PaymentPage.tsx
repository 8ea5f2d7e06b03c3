import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { Status } from "../ui/Status";
import { isGateway } from "./gateways";
import { paymentQuery } from "./queries";
import { Refund } from "./Refund";
import { paymentStandings, paymentState, possible } from "./standings";

/** One payment, with all that happened to it. */
export function PaymentPage() {
  const { t } = useTranslation("payments");
  const { payment }: { payment?: string } = useParams({ strict: false });
  const number = Number(payment);
  const shown = useQuery(paymentQuery(number));
  return (
    <Page title={t("one", { number: payment })} about={t("about")} isWide>
      {shown.data && <Shown payment={shown.data} />}
      {shown.error && (
        <p role="alert" className="text-sm text-bad">
          {shown.error.message}
        </p>
      )}
    </Page>
  );
}

function Shown({ payment }: { payment: Model<"Payment"> }) {
  const { t } = useTranslation("payments");
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [task, setTask] = useState<"refund" | "cancel">();
  const can = possible(payment);
  const money = (amount: number | undefined) => (amount === undefined ? undefined : format.money(amount, payment.currency));
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries({ queryKey: ["payments"] });
  };
  return (
    <>
      <Section title={t("state.title")} about={payment.failure && `${payment.failure.code}: ${payment.failure.message}`}>
        <div className="flex flex-col gap-4">
          <Status standing={paymentStandings[paymentState(payment.state)]}>{t(`state.${paymentState(payment.state)}`)}</Status>
          <Facts
            of={[
              [t("amount"), money(payment.amount)],
              [t("held"), money(payment.held)],
              [t("cost"), money(payment.cost)],
              [t("captured"), money(payment.captured)],
              [t("refunded"), money(payment.refunded)],
              [t("debt"), payment.debt > 0 ? money(payment.debt) : undefined],
              [t("gateway"), isGateway(payment.gateway) ? t(`name.${payment.gateway}`) : payment.gateway],
              [t("mode"), t(payment.mode)],
              [t("subject"), payment.subject],
              [t("providerId"), payment.providerId],
              [t("holdEnds"), payment.holdEndsAt && format.moment(payment.holdEndsAt)],
              [t("verbs:by"), payment.createdBy],
            ]}
          />
          <div className="flex flex-wrap gap-2">
            {can.refund && may("payment.refund") && (
              <Button
                onClick={() => {
                  setTask("refund");
                }}
              >
                {t("refund.open")}
              </Button>
            )}
            {can.cancel && may("payment.write") && (
              <Button
                onClick={() => {
                  setTask("cancel");
                }}
              >
                {t("cancel.open")}
              </Button>
            )}
          </div>
        </div>
      </Section>
      <Section title={t("history")} about={t("historyAbout")}>
        <ol className="divide-y divide-line text-sm">
          {payment.history?.map((step, index) => (
            <li key={index} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5">
              <span className="w-44 text-muted">{format.moment(step.at)}</span>
              <Status standing={paymentStandings[paymentState(step.state)]}>{t(`state.${paymentState(step.state)}`)}</Status>
              <span>{[step.operation, money(step.amount), step.cause].filter((part) => part !== undefined).join(" · ")}</span>
              {step.note !== undefined && <span className="min-w-0 break-words text-muted">{step.note}</span>}
            </li>
          ))}
        </ol>
      </Section>
      {task === "refund" && <Refund payment={payment} onClose={close} />}
      {task === "cancel" && (
        <Confirm
          title={t("cancel.open")}
          action={t("cancel.action")}
          isDanger
          run={() => answered(api.POST("/api/v1/payments/{id}/cancel", { params: { path: { id: payment.id } } }))}
          onClose={close}
        >
          {t("cancel.more")}
        </Confirm>
      )}
    </>
  );
}
