import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Page } from "../ui/Page";
import { AssignmentsPart } from "./AssignmentsPart";
import { Editor } from "./Editor";
import { PriceWords } from "./PriceWords";
import { tariffQuery, versionsQuery } from "./queries";

/** One tariff, or a new one: what it says, what that makes of a session, where it is, and what it said before. */
export function TariffPage() {
  const params: { id?: string } = useParams({ strict: false });
  return params.id === "new" ? <NewTariff /> : <Standing key={params.id} id={Number(params.id)} />;
}

function NewTariff() {
  const { t } = useTranslation("tariffs");
  const navigate = useNavigate();
  return (
    <Page title={t("new")} about={t("newMore")} isWide>
      <Editor onDone={({ id }) => { void navigate({ to: "/tariffs/$id", params: { id: String(id) } }); }} />
    </Page>
  );
}

function Standing({ id }: { id: number }) {
  const { t } = useTranslation("tariffs");
  const tariff = useQuery(tariffQuery(id));
  return (
    <Page
      title={tariff.data?.name ?? t("tariff")}
      isWide
      {...(tariff.data && { about: tariff.data.note ?? tariff.data.ocpiId, action: <Actions tariff={tariff.data} /> })}
    >
      <Answer of={tariff}>
        {(found) => (
          <>
            <Editor key={`${found.version} ${found.updatedAt}`} tariff={found} />
            <h2 className="text-sm font-semibold">{t("assignments")}</h2>
            <AssignmentsPart tariff={id} />
            <Versions id={id} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Versions({ id }: { id: number }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const versions = rowsOf(useInfiniteQuery(versionsQuery(id)).data);
  if (versions.length < 2) {
    return null;
  }
  return (
    <Card className="flex flex-col gap-3 p-5">
      <h2 className="text-sm font-semibold">{t("versions")}</h2>
      <ul className="flex flex-col gap-2 text-sm">
        {versions.map((each) => (
          <li key={each.version} className="flex flex-wrap gap-x-4 border-t border-line pt-2 first:border-0">
            <span className="w-8 tabular-nums">{each.version}</span>
            <span className="min-w-0 grow"><PriceWords tariff={each} /></span>
            <span className="text-muted">{format.moment(each.versionAt)}</span>
            <span className="text-muted">{each.versionBy}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Actions({ tariff }: { tariff: Model<"OperatorTariff"> }) {
  const { t } = useTranslation("tariffs");
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"archive" | "removal">();
  const params = { path: { id: tariff.id } };
  const close = () => {
    setOpen(undefined);
  };
  const changed = () => client.invalidateQueries({ queryKey: ["tariffs"] });
  if (!may("tariff.write")) {
    return null;
  }
  return (
    <>
      <Button onClick={() => { setOpen("removal"); }}>{t("removal.open")}</Button>
      <Button onClick={() => { setOpen("archive"); }}>{t(tariff.archived ? "restore" : "putAway")}</Button>
      {open === "archive" && (
        <Confirm
          title={t(tariff.archived ? "restore" : "putAway")}
          action={t(tariff.archived ? "restore" : "putAway")}
          run={async () => {
            await answered(tariff.archived ? api.POST("/api/v1/tariffs/{id}/restore", { params }) : api.POST("/api/v1/tariffs/{id}/archive", { params }));
            await changed();
          }}
          onClose={close}
        >
          {t("archiveMore")}
        </Confirm>
      )}
      {open === "removal" && (
        <Confirm
          title={t("removal.open")}
          action={t("removal.action")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/tariffs/{id}", { params }));
            await navigate({ to: "/tariffs" });
            await changed();
          }}
          onClose={close}
        >
          {t("removal.more")}
        </Confirm>
      )}
    </>
  );
}
