import { useQuery } from "@tanstack/react-query";
import { CircleHelp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { useSearchState } from "../ui/useSearchState";
import { CheckRow } from "./CheckRow";
import { conclusionStanding, diagnosisQuery, fromField, keyOf, type Question, type StartDiagnosis, toField } from "./diagnosis";
import { standings } from "../ui/Status";

/** Why a session did not start: from a station, a token and a time to what was decided, and why. */
export function DiagnosisPage() {
  const { t } = useTranslation("diagnosis");
  const [search, change] = useSearchState();
  const { station = "", token, at } = search;
  return (
    <Page title={t("title")} about={t("about")}>
      <Card className="p-5">
        <Ask key={`${station} ${token ?? ""} ${at ?? ""}`} question={{ station, ...(token !== undefined && { token }), ...(at !== undefined && { at }) }} onAsk={change} />
      </Card>
      {station === "" ? (
        <Nothing icon={CircleHelp} title={t("nothing")}>
          {t("nothingMore")}
        </Nothing>
      ) : (
        <Result question={{ station, ...(token !== undefined && { token }), ...(at !== undefined && { at }) }} />
      )}
    </Page>
  );
}

function Ask({ question, onAsk }: { question: Question; onAsk: (question: { station: string; token: string; at: string | undefined }) => void }) {
  const { t } = useTranslation("diagnosis");
  const may = useMay();
  const stations = useQuery({
    queryKey: ["stations", "names"],
    enabled: may("station.read"),
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/stations", { params: { query: { limit: 200 } }, signal }))).items.map(({ identity }) => identity),
  }).data;
  return (
    <Form
      error={null}
      fields={[]}
      onSend={(value) => {
        onAsk({ station: value("station").trim(), token: value("token").trim(), at: fromField(value("at")) });
      }}
      buttons={null}
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto] lg:items-start">
        <Field name="station" label={t("station")} defaultValue={question.station} list="stations-known" required autoComplete="off" spellCheck={false} />
        <datalist id="stations-known">
          {stations?.map((identity) => <option key={identity} value={identity} />)}
        </datalist>
        <Field name="token" label={t("token")} hint={t("tokenHint")} defaultValue={question.token} autoComplete="off" spellCheck={false} />
        <Field name="at" label={t("at")} hint={t("atHint")} type="datetime-local" defaultValue={toField(question.at)} />
        <Button type="submit" look="primary" className="lg:mt-[1.6rem]">
          {t("ask")}
        </Button>
      </div>
    </Form>
  );
}

function Result({ question }: { question: Question }) {
  return <Answer of={useQuery(diagnosisQuery(question))}>{(found) => <Found found={found} />}</Answer>;
}

function Found({ found }: { found: StartDiagnosis }) {
  const { t } = useTranslation("diagnosis");
  const format = useFormat();
  const { icon: Icon, look } = standings[conclusionStanding(found)];
  const { conclusion } = found;
  const word = keyOf(conclusion);
  return (
    <>
      <Card className="flex items-start gap-4 p-5">
        <Icon className={`mt-0.5 size-6 shrink-0 ${look}`} aria-hidden="true" />
        <div role="status" className="flex min-w-0 flex-col gap-1">
          <h2 className="text-lg font-semibold tracking-tight">{t(`code.${word}`)}</h2>
          <p className="text-sm text-muted">{t(`next.${word}`)}</p>
          <p className="mt-1 text-xs text-muted">
            {t("window", { station: found.station, token: found.token ?? t("anyToken"), at: format.moment(found.at), from: format.time(found.from), to: format.time(found.to) })}
          </p>
        </div>
      </Card>
      <Card>
        <ol aria-label={t("checks")} className="divide-y divide-line">
          {found.checks.map((check) => (
            <CheckRow key={check.check} check={check} isConclusion={check.code === conclusion} />
          ))}
        </ol>
      </Card>
    </>
  );
}
