import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { CreditCard, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { Tabs } from "../ui/Tabs";
import type { Column } from "../ui/table";
import { useNow } from "../ui/useNow";
import { useSearchState } from "../ui/useSearchState";
import { ImportTokens } from "./ImportTokens";
import { tokenFilter, tokensQuery } from "./queries";
import { standingOf } from "./standing";
import { TokenForm } from "./TokenForm";

/** Who may charge: cards, apps, vehicles. */
export function TokensPage() {
  const { t } = useTranslation("tokens");
  const [search, change] = useSearchState();
  const filter = tokenFilter(search);
  const tokens = useInfiniteQuery(tokensQuery(filter));
  const may = useMay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"new" | "import">();
  const isFiltered = Object.keys(filter).length > 0;
  const close = () => {
    setOpen(undefined);
  };
  return (
    <Page
      title={t("navigation")}
      isWide
      action={
        may("token.write") && (
          <>
            <Button onClick={() => { setOpen("import"); }}>
              <Upload className="size-4" aria-hidden="true" />
              {t("import.open")}
            </Button>
            <Button look="primary" onClick={() => { setOpen("new"); }}>
              <Plus className="size-4" aria-hidden="true" />
              {t("new")}
            </Button>
          </>
        )
      }
    >
      <TokenTabs />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label={t("search")} value={search["q"] ?? ""} onSearch={(q) => { change({ q: q.trim() }); }} />
        <SearchBox label={t("group")} value={search["group"] ?? ""} onSearch={(group) => { change({ group: group.trim() }); }} />
        <Narrow
          label={t("state")}
          value={search["blocked"] ?? ""}
          choices={[
            { value: "", text: t("anyState") },
            { value: "false", text: t("notBlocked") },
            { value: "true", text: t("standing.blocked") },
          ]}
          onPick={(blocked) => { change({ blocked }); }}
        />
      </div>
      <List
        of={tokens}
        label={t("navigation")}
        columns={useColumns()}
        rowKey={({ id }) => String(id)}
        nothing={
          <Nothing icon={CreditCard} title={t(isFiltered ? "nothingFits" : "nothing")}>
            {isFiltered ? <Button onClick={() => { change({ q: "", group: "", blocked: "" }); }}>{t("ui:noFilters")}</Button> : t("nothingMore")}
          </Nothing>
        }
      />
      {open === "new" && (
        <TokenForm
          onClose={close}
          onDone={({ id }) => { void navigate({ to: "/tokens/$id", params: { id: String(id) } }); }}
        />
      )}
      {open === "import" && <ImportTokens onClose={close} />}
    </Page>
  );
}

export function TokenTabs() {
  const { t } = useTranslation("tokens");
  return <Tabs label={t("parts")} tabs={[{ name: t("registered"), to: "/tokens" }, { name: t("unknown.tab"), to: "/tokens/unknown" }]} />;
}

function useColumns(): Column<Model<"Token">>[] {
  const { t } = useTranslation("tokens");
  const format = useFormat();
  return [
    {
      id: "value",
      title: t("value"),
      width: "1.5fr",
      cell: ({ id, value }) => (
        <Link to="/tokens/$id" params={{ id: String(id) }} className="font-mono text-xs font-medium text-accent hover:underline">
          {value}
        </Link>
      ),
    },
    { id: "standing", title: t("state"), width: "8rem", cell: (token) => <Standing token={token} /> },
    { id: "type", title: t("type"), width: "8rem", from: "md", cell: ({ type }) => type },
    { id: "group", title: t("group"), from: "md", cell: ({ group }) => group ?? format.none },
    { id: "note", title: t("note"), width: "1.5fr", from: "sm", cell: ({ note }) => note ?? format.none },
    { id: "allowed", title: t("allowed"), from: "lg", cell: ({ allowed }) => (allowed.length === 0 ? t("everywhere") : allowed.map(({ station }) => station).join(", ")) },
    { id: "maxSessions", title: t("atOnce"), width: "6rem", from: "lg", isNumber: true, cell: ({ maxSessions }) => (maxSessions === 0 ? t("anyNumber") : format.count(maxSessions)) },
    { id: "expiresAt", title: t("expiresAt"), width: "8rem", from: "xl", cell: ({ expiresAt }) => format.date(expiresAt) },
  ];
}

export function Standing({ token }: { token: Pick<Model<"Token">, "blocked" | "expiresAt"> }) {
  const { t } = useTranslation("tokens");
  const { standing, word } = standingOf(token, useNow());
  return <Status standing={standing}>{t(`standing.${word}`)}</Status>;
}
