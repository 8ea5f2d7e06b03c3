import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { CreditCard } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { StationLink } from "../sessions/links";
import { sessionsQuery } from "../sessions/queries";
import { useSessionColumns } from "../sessions/useSessionColumns";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Page } from "../ui/Page";
import { useAction } from "../ui/useAction";
import { tokenQuery } from "./queries";
import { TokenForm } from "./TokenForm";
import { Standing } from "./TokensPage";

/** One token: what it may, and what it has charged. */
export function TokenPage() {
  const { t } = useTranslation("tokens");
  const { id }: { id?: string } = useParams({ strict: false });
  const token = useQuery(tokenQuery(Number(id)));
  return (
    <Page title={token.data?.value ?? t("token")} isWide {...(token.data && { action: <Actions token={token.data} />, ...(token.data.note !== null && { about: token.data.note }) })}>
      <Answer of={token}>
        {(found) => (
          <>
            {found.charging !== null && <Charging token={found} charging={found.charging} />}
            <TokenFacts token={found} />
            <Sessions value={found.value} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Actions({ token }: { token: Model<"Token"> }) {
  const { t } = useTranslation("tokens");
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"change" | "block" | "removal">();
  const params = { path: { id: token.id } };
  const close = () => {
    setOpen(undefined);
  };
  if (!may("token.write")) {
    return null;
  }
  return (
    <>
      <Button onClick={() => { setOpen("removal"); }}>{t("removal.open")}</Button>
      <Button onClick={() => { setOpen("block"); }}>{t(token.blocked ? "unblock.open" : "block.open")}</Button>
      <Button look="primary" onClick={() => { setOpen("change"); }}>{t("change.open")}</Button>
      {open === "change" && <TokenForm token={token} onClose={close} />}
      {open === "block" && (
        <Confirm
          title={t(token.blocked ? "unblock.title" : "block.title", { value: token.value })}
          action={t(token.blocked ? "unblock.action" : "block.action")}
          isDanger={!token.blocked}
          run={async () => {
            await answered(api.PATCH("/api/v1/tokens/{id}", { params, body: { blocked: !token.blocked } }));
            await client.invalidateQueries({ queryKey: ["tokens"] });
          }}
          onClose={close}
        >
          {t(token.blocked ? "unblock.more" : "block.more")}
        </Confirm>
      )}
      {open === "removal" && (
        <Confirm
          title={t("removal.title", { value: token.value })}
          action={t("removal.action")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/tokens/{id}", { params }));
            notify("good", t("removal.done", { value: token.value }));
            await navigate({ to: "/tokens" });
            await client.invalidateQueries({ queryKey: ["tokens"] });
          }}
          onClose={close}
        >
          {t("removal.more")}
        </Confirm>
      )}
    </>
  );
}

/** It charges although it may not any more. */
function Charging({ token, charging }: { token: Model<"Token">; charging: Model<"TokenCharging"> }) {
  const { t } = useTranslation("tokens");
  const may = useMay();
  const stopping = useAction(
    () => answered(api.POST("/api/v1/tokens/{id}/stop-sessions", { params: { path: { id: token.id } } })),
    t("charging.done"),
    [["tokens"], ["sessions"]],
  );
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3 border-warn px-5 py-4 text-sm">
      <p>
        {t("charging.more")}{" "}
        {charging.sessions.map(({ id, station }) => (
          <Link key={id} to="/sessions/$id" params={{ id: String(id) }} className="mr-2 text-accent hover:underline">
            {station}
          </Link>
        ))}
      </p>
      {may("session.stop") && (
        <Button look="danger" disabled={stopping.isPending || charging.stopping} onClick={() => { stopping.mutate(); }}>
          {t("charging.stop")}
        </Button>
      )}
    </Card>
  );
}

function TokenFacts({ token }: { token: Model<"Token"> }) {
  const { t } = useTranslation("tokens");
  const format = useFormat();
  return (
    <Card className="p-5">
      <Facts
        of={[
          [t("state"), <Standing key="standing" token={token} />],
          [t("type"), token.type],
          [t("group"), token.group],
          [t("expiresAt"), token.expiresAt === null ? null : format.moment(token.expiresAt)],
          [t("maxSessions"), token.maxSessions === 0 ? t("anyNumber") : format.count(token.maxSessions)],
          [
            t("allowed"),
            token.allowed.length === 0
              ? t("everywhere")
              : token.allowed.map(({ station, evses }) => (
                  <span key={station} className="mr-3">
                    <StationLink station={station} />
                    {evses.length > 0 && ` (${t("evses", { evses: evses.join(", ") })})`}
                  </span>
                )),
          ],
          [t("alsoKnownAs"), token.alsoKnownAs.join(", ")],
          [t("priority"), token.priority],
          [t("language"), token.language],
          [t("personalMessage"), token.personalMessage],
          [t("createdAt"), format.moment(token.createdAt)],
          [t("updatedAt"), format.moment(token.updatedAt)],
        ]}
      />
    </Card>
  );
}

function Sessions({ value }: { value: string }) {
  const { t } = useTranslation("tokens");
  const may = useMay();
  const sessions = useInfiniteQuery({ ...sessionsQuery({ token: value }), enabled: may("session.read") });
  const columns = useSessionColumns().filter(({ id }) => id !== "token");
  if (!may("session.read")) {
    return null;
  }
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">{t("sessions")}</h2>
        <Link to="/sessions" search={{ token: value }} className="text-sm text-accent hover:underline">
          {t("allSessions")}
        </Link>
      </div>
      <List of={sessions} label={t("sessions")} columns={columns} rowKey={({ id }) => String(id)} nothing={<Nothing icon={CreditCard} title={t("noSessions")} />} />
    </section>
  );
}
