import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { StationPage } from "../stations/StationPage";
import { useStation } from "../stations/useStation";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { standings } from "../ui/Status";
import { severityStanding, wrongQuery } from "./queries";

/** What is wrong with a station, in sentences, the worst first. */
export function WrongPage() {
  const station = useStation();
  const wrong = useQuery(wrongQuery(station));
  return (
    <StationPage station={station}>
      <Answer of={wrong}>{(found) => <Found found={found} isAsking={wrong.isFetching} onAgain={() => void wrong.refetch()} />}</Answer>
    </StationPage>
  );
}

function Found({ found, isAsking, onAgain }: { found: Model<"StationDiagnosis">; isAsking: boolean; onAgain: () => void }) {
  const { t } = useTranslation("doctor");
  const format = useFormat();
  const worst = found.findings[0];
  const { icon: Icon, look } = standings[found.healthy || worst === undefined ? "good" : severityStanding[worst.severity]];
  return (
    <>
      <Card className="flex flex-wrap items-start gap-4 p-5">
        <Icon className={`mt-0.5 size-6 shrink-0 ${look}`} aria-hidden="true" />
        <div role="status" className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 className="text-lg font-semibold tracking-tight">{found.healthy ? t("healthy") : found.conclusion}</h2>
          <p className="text-xs text-muted">{t("looked", { from: format.time(found.from), to: format.time(found.to) })}</p>
        </div>
        <Button disabled={isAsking} onClick={onAgain}>
          <RotateCw className="size-4" aria-hidden="true" />
          {t("again")}
        </Button>
      </Card>
      {found.findings.length > 0 && (
        <Card>
          <ol aria-label={t("findings")} className="divide-y divide-line">
            {found.findings.map((finding, index) => (
              <Row key={`${finding.code} ${String(index)}`} finding={finding} />
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}

function Row({ finding }: { finding: Model<"StationFinding"> }) {
  const { t } = useTranslation("doctor");
  const { icon: Icon, look } = standings[severityStanding[finding.severity]];
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 gap-y-1 px-5 py-3.5 text-sm md:grid-cols-[1.25rem_1fr_auto]">
      <Icon className={`mt-0.5 size-4 ${look}`} aria-label={t(`severity.${finding.severity}`)} />
      <div className="flex min-w-0 flex-col gap-1 break-words">
        <p title={finding.code}>{finding.sentence}</p>
        {finding.advice !== null && <p className="text-muted">{finding.advice}</p>}
      </div>
      <p className="col-start-2 text-xs text-muted md:col-start-3">{finding.at !== null && <Ago at={finding.at} />}</p>
    </li>
  );
}
