import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Status } from "../ui/Status";
import { standingOf } from "./standing";

/** How it stands and what its evidence is worth, in words. */
export function SessionVerdict({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const { standing, word } = standingOf(session);
  const more = session.state === "open" ? (session.presumedEnd === null ? "open" : "presumed") : (session.verdict ?? "ended");
  return (
    <Card className="flex flex-col gap-2 px-5 py-4 text-sm">
      <p className="font-medium">
        <Status standing={standing}>{t(`standing.${word}`)}</Status>
      </p>
      <p className="text-muted">{t(`verdictMore.${more}`)}</p>
      {session.presumedEnd !== null && (
        <p>
          {t(`presumed.${session.presumedEnd}`)}
          {session.freeAt !== null && (
            <>
              {" "}
              {t("tokenFree")} <Ago at={session.freeAt} />
            </>
          )}
        </p>
      )}
      {session.suspicions.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {session.suspicions.map((suspicion) => (
            <li key={suspicion} title={suspicion}>
              {t(`suspicion.${suspicion}`)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
