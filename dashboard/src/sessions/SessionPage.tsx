import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { CircleHelp, OctagonX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useMay } from "../signin/me";
import { SessionCost } from "../tariffs/SessionCost";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";
import { CloseSession, StopSession } from "./EndSession";
import { sessionQuery } from "./queries";
import { SessionFacts } from "./SessionFacts";
import { SessionMeter } from "./SessionMeter";
import { SessionTrail } from "./SessionTrail";
import { SessionVerdict } from "./SessionVerdict";
import { isFailed } from "./standing";

/** One charging session: what it does now, what it came to, and what everybody said of it. */
export function SessionPage() {
  const { t } = useTranslation("sessions");
  const params: { id?: string } = useParams({ strict: false });
  const id = Number(params.id);
  const session = useQuery(sessionQuery(id));
  return (
    <Page title={t("one", { id })} isWide {...(session.data && { about: session.data.station, action: <Actions session={session.data} /> })}>
      <Answer of={session}>
        {(found) => (
          <>
            <SessionMeter key={found.id} session={found} />
            <SessionVerdict session={found} />
            <div className="grid items-start gap-5 lg:grid-cols-2">
              <div className="flex min-w-0 flex-col gap-5">
                <SessionCost session={found} />
                <SessionFacts session={found} />
              </div>
              <SessionTrail id={found.id} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}

const linkLook = "inline-flex items-center gap-2 rounded-lg border border-line bg-surface px-3.5 py-2 text-sm font-medium hover:bg-raised";

function Actions({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const may = useMay();
  const [open, setOpen] = useState<"stop" | "close">();
  const { station, token, startedAt, state } = session;
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
      {isFailed(session) && (
        <Link to="/why" search={{ station, ...(token !== null && { token }), at: startedAt }} className={linkLook}>
          <CircleHelp className="size-4" aria-hidden="true" />
          {t("why")}
        </Link>
      )}
      {state === "open" && may("session.close") && <Button onClick={() => { setOpen("close"); }}>{t("close.open")}</Button>}
      {state === "open" && may("session.stop") && (
        <Button look="danger" onClick={() => { setOpen("stop"); }}>
          <OctagonX className="size-4" aria-hidden="true" />
          {t("stop.open")}
        </Button>
      )}
      {open === "stop" && <StopSession session={session} onClose={close} />}
      {open === "close" && <CloseSession session={session} onClose={close} />}
    </>
  );
}
