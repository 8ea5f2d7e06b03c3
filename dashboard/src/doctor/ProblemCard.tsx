import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { useAction } from "../ui/useAction";
import { stateLook } from "./queries";

/** One problem: who, what happened, what to change at the charger and here, how often and since when. */
export function ProblemCard({ problem }: { problem: Model<"ConnectionProblem"> }) {
  const { t } = useTranslation("doctor");
  const format = useFormat();
  const may = useMay();
  const resolve = useAction(
    (action: string) => answered(api.POST("/api/v1/connection-problems/{id}/resolve", { params: { path: { id: problem.id } }, body: { action } })),
    t("accepted"),
    [["connection-problems"], ["stations"], ["overview"]],
  );
  const { identity, station, state } = problem;
  return (
    <Card className="flex flex-col gap-3 p-5 text-sm">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-base font-semibold break-all">
          {station === null ? (
            (identity ?? problem.remoteAddress)
          ) : (
            <Link to="/stations/$station" params={{ station }} className="hover:underline">
              {station}
            </Link>
          )}
        </h2>
        <span className="text-muted">{t(`connecting:reason.${problem.reason}`)}</span>
        <span className="ms-auto">
          <Badge look={stateLook[state]}>{t(`state.${state}`)}</Badge>
        </span>
      </header>
      <p>
        {problem.sentence} {problem.hintSentence !== null && <strong className="font-semibold">{problem.hintSentence}</strong>}
      </p>
      {problem.detail !== null && <p className="break-words text-muted">{problem.detail}</p>}
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[8rem_1fr]">
        <dt className="text-muted">{t("atStation")}</dt>
        <dd>{problem.atStation}</dd>
        <dt className="text-muted">{t("here")}</dt>
        <dd>{problem.here}</dd>
      </dl>
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 text-xs text-muted">
        <span>{t("address", { address: problem.remoteAddress })}</span>
        {problem.path !== "" && <span className="break-all">{problem.path}</span>}
        <span>
          {t("times", { count: problem.occurred })}, {t("since", { moment: format.moment(problem.firstAt) })}
        </span>
        <Ago at={problem.lastAt} />
        {problem.actions.includes("create_station") && may("station.write") && (
          <Button
            className="ms-auto !px-2.5 !py-1"
            disabled={resolve.isPending}
            onClick={() => {
              resolve.mutate("create_station");
            }}
          >
            {t("accept")}
          </Button>
        )}
      </footer>
    </Card>
  );
}
