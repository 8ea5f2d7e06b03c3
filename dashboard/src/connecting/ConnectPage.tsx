import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QrCode } from "../account/QrCode";
import { answered, api, done } from "../api/client";
import { organisationQuery } from "../settings/settings";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Copyable } from "../ui/Copyable";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { newPassword, nextIdentity, stationUrl } from "./address";
import { Arrivals } from "./Arrivals";
import { someStationsQuery } from "./queries";
import { VirtualCharger } from "./VirtualCharger";

interface Made {
  identity: string;
  password: string;
}

/** Brings a charger in: what to type into it, and what arrives of it, live. */
export function ConnectPage() {
  const { t } = useTranslation("connecting");
  const [made, setMade] = useState<Made>();
  return (
    <Page title={t("navigation")} about={t("about")}>
      {made === undefined ? (
        <>
          <Section title={t("real")} about={t("realMore")}>
            <NewStation onMade={setMade} />
          </Section>
          <Section title={t("virtual")} about={t("virtualMore")}>
            <VirtualCharger />
          </Section>
        </>
      ) : (
        <>
          <Typed made={made} />
          <Arrivals station={made.identity} />
          <Button
            className="self-start"
            onClick={() => {
              setMade(undefined);
            }}
          >
            {t("another")}
          </Button>
        </>
      )}
    </Page>
  );
}

function NewStation({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useTranslation("connecting");
  const taken = useQuery(someStationsQuery).data;
  const make = useMutation({
    mutationFn: async (identity: string) => {
      const password = newPassword();
      await answered(api.POST("/api/v1/stations", { body: { identity } }));
      await done(api.PUT("/api/v1/stations/{station}/password", { params: { path: { station: identity } }, body: { password } }));
      return { identity, password };
    },
    onSuccess: onMade,
  });
  if (taken === undefined) {
    return null;
  }
  return (
    <Form
      error={make.error}
      fields={["identity"]}
      onSend={(value) => {
        make.mutate(value("identity"));
      }}
      buttons={
        <Button type="submit" look="primary" className="self-start" disabled={make.isPending}>
          {t("make")}
        </Button>
      }
    >
      <Field name="identity" label={t("identity")} hint={t("identityHint")} defaultValue={nextIdentity(taken)} required maxLength={48} spellCheck={false} autoCapitalize="none" />
    </Form>
  );
}

/** Shown until one leaves the page, and never again. */
function Typed({ made }: { made: Made }) {
  const { t } = useTranslation("connecting");
  const path = useQuery(organisationQuery).data?.stationPath;
  if (path === undefined) {
    return null;
  }
  const url = stationUrl(window.location.origin, path, made.identity);
  return (
    <Card className="flex flex-col gap-5 p-6">
      <h2 className="text-base font-semibold">{t("type")}</h2>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_auto]">
        <dl className="flex flex-col gap-4 text-sm">
          {[
            [t("url"), stationUrl(window.location.origin, path)],
            [t("identity"), made.identity],
            [t("wholeUrl"), url],
            [t("password"), made.password],
          ].map(([name = "", value = ""]) => (
            <div key={name} className="flex flex-col gap-1.5">
              <dt className="text-muted">{name}</dt>
              <dd>
                <Copyable lines={[value]} label={name} isSmall />
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-col items-center gap-2">
          <QrCode text={url} label={t("wholeUrl")} />
          <span className="text-xs text-muted">{t("wholeUrl")}</span>
        </div>
      </div>
      <p className="text-sm text-muted">{t("typeMore")}</p>
    </Card>
  );
}
