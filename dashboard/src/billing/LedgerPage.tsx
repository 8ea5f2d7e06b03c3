import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Card } from "../ui/Card";
import { Facts } from "../ui/Facts";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Status } from "../ui/Status";
import { balancesQuery, postingsQuery } from "./queries";

/** Whether the books are in balance, and what was posted. */
export function LedgerPage() {
  const { t } = useTranslation("billing");
  return (
    <Page title={t("ledger")} about={t("ledgerAbout")} isWide>
      <Answer of={useQuery(balancesQuery)}>{(totals) => <Balances totals={totals} />}</Answer>
      <Postings />
    </Page>
  );
}

function Balances({ totals }: { totals: Model<"LedgerTotals"> }) {
  const { t } = useTranslation("billing");
  const format = useFormat();
  return (
    <Card className="flex flex-col gap-3">
      <Status standing={totals.balanced ? "good" : "bad"}>{t(totals.balanced ? "balanced" : "notBalanced")}</Status>
      <Facts of={totals.accounts.map(({ account, currency, amount }) => [`${t(`account.${account}`)} ${currency}`, format.money(amount, currency)] as const)} />
    </Card>
  );
}

function Postings() {
  const { t } = useTranslation("billing");
  const format = useFormat();
  const moved = ({ entries, currency }: Model<"LedgerPosting">) =>
    format.money(entries.filter(({ amount }) => amount > 0).reduce((sum, { amount }) => sum + amount, 0), currency);
  return (
    <List
      of={useInfiniteQuery(postingsQuery)}
      label={t("postings")}
      rowKey={({ number }) => String(number)}
      columns={[
        { id: "number", title: t("number"), width: "6rem", isNumber: true, cell: ({ number }) => format.count(number) },
        { id: "kind", title: t("kindOf"), cell: ({ kind }) => t(`posting.${kind}`) },
        {
          id: "entries",
          title: t("accounts"),
          width: "2fr",
          from: "sm",
          cell: ({ entries }) => entries.map(({ account, amount }) => `${t(`account.${account}`)} ${format.number(amount, 2)}`).join(" · "),
        },
        { id: "amount", title: t("amount"), width: "8rem", isNumber: true, cell: moved },
        { id: "by", title: t("by"), from: "lg", cell: ({ actor }) => actor },
        { id: "at", title: t("made"), width: "6.5rem", from: "md", cell: ({ postedAt }) => <Ago at={postedAt} /> },
      ]}
      nothing={
        <Nothing icon={BookOpen} title={t("noPostings")}>
          {t("noPostingsMore")}
        </Nothing>
      }
    />
  );
}
