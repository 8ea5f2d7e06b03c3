import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { api, done, type Model } from "../api/client";
import { ApiError } from "../api/errors";
import { forget } from "../signin/forget";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Section } from "../ui/Section";
import { Waiting } from "../ui/Waiting";
import { agent } from "./agent";
import { signInsQuery } from "./queries";

export function SignInsSection() {
  const { t } = useTranslation("account");
  const signIns = useQuery(signInsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  return (
    <Section title={t("signIns.title")} about={t("signIns.about")}>
      {signIns.error instanceof ApiError && <p role="alert" className="text-sm text-bad">{signIns.error.message}</p>}
      {signIns.isPending && <Waiting className="w-48" />}
      <ul className="-mt-3 divide-y divide-line">
        {signIns.data?.map((signIn) => <SignIn key={signIn.id} signIn={signIn} />)}
      </ul>
      <Button
        className="mt-3"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t("signIns.everywhereOpen")}
      </Button>
      {isAsked && (
        <Confirm
          title={t("signIns.everywhere")}
          action={t("signIns.out")}
          run={async () => {
            await done(api.POST("/api/v1/sign-out/everywhere"));
            await navigate({ to: "/sign-in" });
            forget(client);
          }}
          onClose={() => {
            setAsked(false);
          }}
        >
          {t("signIns.everywhereMore")}
        </Confirm>
      )}
    </Section>
  );
}

function SignIn({ signIn }: { signIn: Model<"SignInSession"> }) {
  const { t } = useTranslation("account");
  const format = useFormat();
  const client = useQueryClient();
  const name = agent(signIn.userAgent, t);
  const ending = useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/me/sign-ins/{id}", { params: { path: { id: signIn.id } } })),
    onSettled: () => client.invalidateQueries(signInsQuery),
  });
  return (
    <li className="flex items-center gap-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <span className="truncate">{name}</span>
          {signIn.current && <Badge look="good">{t("signIns.this")}</Badge>}
          {signIn.client === "program" && <Badge>{t("signIns.program")}</Badge>}
        </p>
        <p className="mt-0.5 text-sm text-muted">
          {t("signIns.used", { address: signIn.address ?? t("signIns.noAddress"), used: format.moment(signIn.usedAt), since: format.moment(signIn.createdAt) })}
        </p>
        {ending.error && <p role="alert" className="mt-0.5 text-sm text-bad">{ending.error.message}</p>}
      </div>
      {!signIn.current && (
        <Button
          aria-label={t("signIns.endOf", { agent: name })}
          disabled={ending.isPending}
          onClick={() => {
            ending.mutate();
          }}
        >
          {t("signIns.end")}
        </Button>
      )}
    </li>
  );
}
