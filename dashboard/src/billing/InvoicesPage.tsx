import { useInfiniteQuery } from "@tanstack/react-query";
import { FileText, Settings2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SaveCsv } from "../ui/SaveCsv";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { useSearchState } from "../ui/useSearchState";
import { ProfileForm } from "./ProfileForm";
import { invoicesQuery, pdfOf } from "./queries";

const kinds = ["invoice", "credit_note"] as const satisfies Model<"Invoice">["kind"][];

/** What drivers and companies were sent. */
export function InvoicesPage() {
  const { t } = useTranslation("billing");
  const may = useMay();
  const [search, change] = useSearchState();
  const [isSetting, setSetting] = useState(false);
  const kind = kinds.find((each) => each === search["kind"]);
  const filter = kind === undefined ? {} : { kind };
  const collecting = useAction(() => answered(api.POST("/api/v1/invoices", { body: {} })), t("collected"), [["invoices"], ["bills"]]);
  return (
    <Page
      title={t("invoices")}
      about={t("invoicesAbout")}
      isWide
      action={
        <>
          <SaveCsv path="/api/v1/invoices" query={filter} name="invoices" />
          {may("billing.write") && (
            <Button onClick={() => { setSetting(true); }}>
              <Settings2 className="size-4" aria-hidden="true" />
              {t("profile")}
            </Button>
          )}
          {may("invoice.write") && (
            <Button look="primary" disabled={collecting.isPending} onClick={() => { collecting.mutate(); }}>
              {t("collect")}
            </Button>
          )}
        </>
      }
    >
      <Narrow
        label={t("kindOf")}
        value={kind ?? ""}
        choices={[{ value: "", text: t("anyKind") }, ...kinds.map((each) => ({ value: each, text: t(`kind.${each}`) }))]}
        onPick={(picked) => { change({ kind: picked }); }}
      />
      <Invoices filter={filter} />
      {isSetting && <ProfileForm onClose={() => { setSetting(false); }} />}
    </Page>
  );
}

function Invoices({ filter }: { filter: Parameters<typeof invoicesQuery>[0] }) {
  const { t, i18n } = useTranslation("billing");
  const format = useFormat();
  return (
    <List
      of={useInfiniteQuery(invoicesQuery(filter))}
      label={t("invoices")}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          id: "label",
          title: t("number"),
          width: "9rem",
          cell: ({ id, label }) => (
            <a href={pdfOf(id)} target="_blank" rel="noreferrer" className="font-medium text-accent hover:underline">
              {label}
            </a>
          ),
        },
        { id: "kind", title: t("kindOf"), from: "sm", cell: ({ kind }) => <Status standing={kind === "invoice" ? "good" : "info"}>{t(`kind.${kind}`)}</Status> },
        { id: "buyer", title: t("payer"), width: "1.5fr", cell: ({ buyer }) => buyer.name ?? format.none },
        { id: "issued", title: t("issued"), width: "8rem", from: "md", cell: ({ issuedAt }) => format.date(issuedAt) },
        { id: "due", title: t("due"), width: "8rem", from: "lg", cell: ({ dueAt }) => format.date(dueAt) },
        { id: "tax", title: t("tax"), width: "7rem", from: "lg", isNumber: true, cell: ({ tax, currency }) => format.money(tax, currency) },
        { id: "total", title: t("total"), width: "8rem", isNumber: true, cell: ({ inclVat, currency }) => format.money(inclVat, currency) },
        {
          id: "pdf",
          title: "",
          width: "3rem",
          cell: ({ id, label }) => (
            <a href={pdfOf(id, i18n.language)} target="_blank" rel="noreferrer" title={t("pdfHere", { label })} className="text-xs text-accent hover:underline">
              {t("pdf")}
            </a>
          ),
        },
      ]}
      nothing={
        <Nothing icon={FileText} title={t("noInvoices")}>
          {t("noInvoicesMore")}
        </Nothing>
      }
    />
  );
}
