import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Parts } from "../ui/Parts";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { AssignmentsPart } from "./AssignmentsPart";
import { PriceWords } from "./PriceWords";
import { tariffsQuery } from "./queries";
import { WhichPart } from "./WhichPart";

const linkLook = "inline-flex items-center gap-2 rounded-lg bg-accent px-3.5 py-2 text-sm font-medium text-on-accent hover:opacity-90";

/** What charging costs, for whom and where, and which of it applies. */
export function TariffsPage() {
  const { t } = useTranslation("tariffs");
  const may = useMay();
  const [search, change] = useSearchState();
  const part = search["part"] ?? "tariffs";
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      isWide
      action={
        may("tariff.write") && (
          <Link to="/tariffs/$id" params={{ id: "new" }} className={linkLook}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new")}
          </Link>
        )
      }
    >
      <Parts
        label={t("navigation")}
        value={part}
        parts={[
          { value: "tariffs", text: t("navigation") },
          { value: "assignments", text: t("assignments") },
          { value: "which", text: t("which") },
        ]}
        onPick={(picked) => { change({ part: picked === "tariffs" ? "" : picked }); }}
      />
      {part === "tariffs" && <TariffList />}
      {part === "assignments" && <AssignmentsPart />}
      {part === "which" && <WhichPart />}
    </Page>
  );
}

function TariffList() {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const [search, change] = useSearchState();
  const archived = search["archived"] === "yes";
  const tariffs = useInfiniteQuery(tariffsQuery(search["q"], archived));
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("name")} value={search["q"] ?? ""} onSearch={(q) => { change({ q: q.trim() }); }} />
        <Narrow
          label={t("archive")}
          value={archived ? "yes" : ""}
          choices={[
            { value: "", text: t("inUse") },
            { value: "yes", text: t("archive") },
          ]}
          onPick={(picked) => { change({ archived: picked }); }}
        />
      </div>
      <List
        of={tariffs}
        label={t("navigation")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "name",
            title: t("name"),
            cell: ({ id, name }) => (
              <Link to="/tariffs/$id" params={{ id: String(id) }} className="font-medium text-accent hover:underline">
                {name}
              </Link>
            ),
          },
          { id: "price", title: t("price"), width: "2fr", from: "sm", cell: (row) => <PriceWords tariff={row} /> },
          { id: "valid", title: t("validUntil"), width: "9rem", from: "lg", cell: ({ validUntil }) => format.date(validUntil) },
          { id: "version", title: t("version"), width: "6rem", from: "md", isNumber: true, cell: ({ version }) => format.count(version) },
          {
            id: "state",
            title: t("state"),
            width: "8rem",
            from: "md",
            cell: (row) => <Status standing={row.archived ? "off" : "good"}>{t(row.archived ? "archived" : "inUse")}</Status>,
          },
        ]}
        nothing={<Nothing icon={ReceiptText} title={t("nothing")}>{t("nothingMore")}</Nothing>}
      />
    </>
  );
}
