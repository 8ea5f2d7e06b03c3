import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Status } from "../ui/Status";
import { TargetWords } from "./AssignmentsPart";
import { applicableQuery, type Wanted } from "./queries";

/** Which tariff applies at a place, for a token, at a time; and why none of the others does. */
export function WhichPart() {
  const { t } = useTranslation("tariffs");
  const [wanted, setWanted] = useState<Wanted>();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
      <Card className="p-5">
        <Form
          error={null}
          fields={[]}
          onSend={(value) => {
            const [evse, token, at] = [value("evse").trim(), value("token").trim(), value("at")];
            setWanted({
              station: value("station").trim(),
              ...(evse !== "" && { evse: Number(evse) }),
              ...(token !== "" && { token }),
              ...(at !== "" && { at: new Date(at).toISOString() }),
            });
          }}
          buttons={<Button type="submit" look="primary">{t("look")}</Button>}
        >
          <Field name="station" label={t("station")} required autoComplete="off" />
          <Field name="evse" label={t("evse")} type="number" min={1} />
          <Field name="token" label={t("token")} autoComplete="off" />
          <Field name="at" label={t("at")} hint={t("atHint")} type="datetime-local" />
        </Form>
      </Card>
      {wanted && <Found wanted={wanted} />}
    </div>
  );
}

function Found({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation("tariffs");
  const found = useQuery(applicableQuery(wanted));
  return (
    <Answer of={found}>
      {({ applies, candidates }) => (
        <div className="flex flex-col gap-4">
          {!applies && <p className="text-sm">{t("noneApplies")}</p>}
          <ul className="flex flex-col gap-3">
            {candidates.map((candidate) => (
              <li key={candidate.assignment.id}>
                <Candidate candidate={candidate} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answer>
  );
}

function Candidate({ candidate }: { candidate: Model<"TariffCandidate"> }) {
  const { t } = useTranslation("tariffs");
  const { tariff, tariffName, version, assignment, outcome, why } = candidate;
  return (
    <Card className="flex flex-col gap-1 p-4 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <Link to="/tariffs/$id" params={{ id: String(tariff) }} className="font-medium text-accent hover:underline">
          {t("cost.by", { name: tariffName, version })}
        </Link>
        <Status standing={outcome === "applies" ? "good" : "off"}>{t(`outcome.${outcome}`)}</Status>
      </div>
      <p className="text-muted">
        <TargetWords assignment={assignment} />
      </p>
      {outcome !== "applies" && <p className="text-muted">{why}</p>}
    </Card>
  );
}
