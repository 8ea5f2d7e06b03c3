import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CreditCard } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Badge } from "../ui/Badge";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { Frame } from "./Frame";
import { gatewayNames, isGateway } from "./gateways";
import { paymentsQuery } from "./queries";
import { paymentStandings, paymentState, type PaymentState } from "./standings";

/** All payments, the newest first. */
export function PaymentsPage() {
  const { t } = useTranslation("payments");
  const format = useFormat();
  const [search, change] = useSearchState();
  const bySubject = useCallback((subject: string) => { change({ subject: subject.trim() }); }, [change]);
  const states = Object.keys(paymentStandings) as PaymentState[];
  return (
    <Frame>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("subject")} value={search.subject ?? ""} onSearch={bySubject} />
        <Narrow
          label={t("verbs:state")}
          value={search.state ?? ""}
          choices={[{ value: "", text: t("anyState") }, ...states.map((state) => ({ value: state, text: t(`state.${state}`) }))]}
          onPick={(state) => {
            change({ state });
          }}
        />
        <Narrow
          label={t("gateway")}
          value={search.gateway ?? ""}
          choices={[{ value: "", text: t("anyGateway") }, ...gatewayNames.map((one) => ({ value: one, text: t(`name.${one}`) }))]}
          onPick={(gateway) => {
            change({ gateway });
          }}
        />
        <Narrow
          label={t("mode")}
          value={search.mode ?? ""}
          choices={[{ value: "", text: t("anyMode") }, { value: "live", text: t("live") }, { value: "test", text: t("test") }]}
          onPick={(mode) => {
            change({ mode });
          }}
        />
      </div>
      <List
        of={useInfiniteQuery(paymentsQuery(search))}
        label={t("navigation")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "number",
            title: t("number"),
            width: "6rem",
            cell: ({ id }) => (
              <Link to="/payments/$payment" params={{ payment: String(id) }} className="font-medium hover:underline">
                {id}
              </Link>
            ),
          },
          {
            id: "state",
            title: t("verbs:state"),
            width: "1.3fr",
            cell: ({ state }) => <Status standing={paymentStandings[paymentState(state)]}>{t(`state.${paymentState(state)}`)}</Status>,
          },
          { id: "amount", title: t("amount"), cell: ({ amount, currency }) => format.money(amount, currency) },
          { id: "captured", title: t("captured"), from: "sm", cell: ({ captured, currency }) => format.money(captured, currency) },
          { id: "refunded", title: t("refunded"), from: "lg", cell: ({ refunded, currency }) => format.money(refunded, currency) },
          {
            id: "gateway",
            title: t("gateway"),
            from: "md",
            cell: ({ gateway, mode }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {isGateway(gateway) ? t(`name.${gateway}`) : gateway}
                {mode === "test" && gateway !== "test" && <Badge>{t("test")}</Badge>}
              </span>
            ),
          },
          { id: "subject", title: t("subject"), from: "md", cell: ({ subject }) => subject ?? format.none },
          { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ createdAt }) => <Ago at={createdAt} /> },
        ]}
        nothing={
          <Nothing icon={CreditCard} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
    </Frame>
  );
}
