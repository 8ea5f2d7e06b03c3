import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { ScrollText, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Days } from "../ui/Days";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Page } from "../ui/Page";
import { SaveCsv } from "../ui/SaveCsv";
import { SearchBox } from "../ui/SearchBox";
import { useSearchState } from "../ui/useSearchState";
import { AuditLine } from "./AuditLine";
import { auditFilter, differences } from "./filters";
import { Verified } from "./Verified";

const auditQuery = (filter: ReturnType<typeof auditFilter>) =>
  listQuery(["audit", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/audit-logs", { params: { query: { ...filter, limit: 100, ...(cursor !== undefined && { cursor }) } }, signal })),
  );

/** Who has changed what, in a chain that shows whether a line was taken out. */
export function AuditPage() {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const [search, change] = useSearchState();
  const filter = auditFilter(search);
  const lines = useInfiniteQuery(auditQuery(filter));
  const [opened, setOpened] = useState<Model<"AuditLogLine">>();
  const verifying = useMutation({
    mutationFn: () => answered(api.GET("/api/v1/audit-logs/verification")),
    onError: (error) => {
      notify("bad", t("verify.failed"), error.message);
    },
  });
  const isFiltered = Object.keys(filter).length > 0;
  const box = (name: "actor" | "entity" | "entityId" | "action", label: string) => (
    <SearchBox label={label} value={search[name] ?? ""} onSearch={(to) => { change({ [name]: to.trim() }); }} />
  );
  return (
    <Page
      title={t("navigation")}
      isWide
      action={
        <Button disabled={verifying.isPending} onClick={() => { verifying.mutate(); }}>
          <ShieldCheck className="size-4" aria-hidden="true" />
          {t("verify.open")}
        </Button>
      }
    >
      {verifying.data && <Verified found={verifying.data} />}
      <div className="flex flex-wrap items-center gap-2">
        {box("actor", t("actor"))}
        {box("entity", t("entity"))}
        {search["entity"] !== undefined && box("entityId", t("entityId"))}
        {box("action", t("action"))}
        <Days from={search["from"]} to={search["to"]} onPick={change} />
        <SaveCsv path="/api/v1/audit-logs" query={{ ...filter }} name="audit" />
      </div>
      <List
        of={lines}
        label={t("navigation")}
        rowKey={({ seq }) => String(seq)}
        onOpen={setOpened}
        columns={[
          {
            id: "at",
            title: t("at"),
            width: "9.5rem",
            cell: (line) => (
              <button type="button" className="text-accent hover:underline" title={format.moment(line.at)} onClick={() => { setOpened(line); }}>
                {format.brief(line.at)}
              </button>
            ),
          },
          { id: "actor", title: t("actor"), width: "1.4fr", from: "sm", cell: ({ actor }) => actor },
          { id: "action", title: t("action"), width: "8rem", from: "md", cell: ({ action }) => action },
          { id: "entity", title: t("entity"), width: "8rem", from: "sm", cell: ({ entity }) => entity },
          { id: "entityId", title: t("entityId"), width: "1.2fr", cell: ({ entity, entityId }) => <><span className="text-muted sm:hidden">{entity} </span>{entityId}</> },
          { id: "fields", title: t("fields"), width: "1.6fr", from: "md", cell: ({ before, after }) => differences(before, after).map(({ field }) => field).join(", ") },
        ]}
        nothing={
          <Nothing icon={ScrollText} title={t(isFiltered ? "nothingFits" : "nothing")}>
            {isFiltered && <Button onClick={() => { change({ actor: "", entity: "", entityId: "", action: "", from: "", to: "" }); }}>{t("ui:noFilters")}</Button>}
          </Nothing>
        }
      />
      {opened !== undefined && (
        <AuditLine
          line={opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </Page>
  );
}
