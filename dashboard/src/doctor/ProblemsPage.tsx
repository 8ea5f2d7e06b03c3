import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { Failed } from "../ui/Answer";
import { More } from "../ui/More";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { ProblemCard } from "./ProblemCard";
import { problemsQuery } from "./queries";

/** Who does not get in, why, and what to do about it; an unknown one is let in with one press. */
export function ProblemsPage() {
  const { t } = useTranslation("doctor");
  const problems = useInfiniteQuery(problemsQuery);
  const rows: Model<"ConnectionProblem">[] = rowsOf(problems.data);
  return (
    <Page title={t("problems")} about={t("problemsAbout")}>
      {problems.data === undefined && problems.isError && <Failed error={problems.error} onAgain={() => void problems.refetch()} />}
      {problems.data !== undefined && rows.length === 0 && (
        <Nothing icon={ShieldCheck} title={t("noProblem")}>
          {t("noProblemMore")}
        </Nothing>
      )}
      <ul aria-label={t("problems")} className="flex flex-col gap-3">
        {rows.map((problem) => (
          <li key={`${problem.identity ?? problem.remoteAddress} ${problem.reason}`}>
            <ProblemCard problem={problem} />
          </li>
        ))}
      </ul>
      <More {...problems} />
    </Page>
  );
}
