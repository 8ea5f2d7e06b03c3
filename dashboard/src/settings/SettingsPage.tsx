import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { meQuery, useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Facts } from "../ui/Facts";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Section } from "../ui/Section";
import { Narrow, Select } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { organisationQuery, placeOf, settingsQuery, shownSettings, type Setting } from "./settings";

/** What the organisation has decided, and what the server was started with. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const may = useMay();
  return (
    <Page title={t("navigation")}>
      {may("organisation.read") && <OrganisationSection />}
      {may("status.read") && <ServerSettings />}
    </Page>
  );
}

const unknown = ["reject", "pending", "accept"] as const satisfies Model<"UnknownStations">[];

function OrganisationSection() {
  const { t } = useTranslation("settings");
  const organisation = useQuery(organisationQuery);
  return (
    <Section title={t("organisation.title")} about={t("organisation.about")}>
      <Answer of={organisation}>{(found) => <Organisation key={found.name} organisation={found} />}</Answer>
    </Section>
  );
}

function Organisation({ organisation }: { organisation: Model<"Organisation"> }) {
  const { t } = useTranslation("settings");
  const may = useMay();
  const format = useFormat();
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"OrganisationPatch">) => answered(api.PATCH("/api/v1/organisation", { body })),
    onSuccess: async () => {
      notify("good", t("organisation.saved"));
      await Promise.all([client.invalidateQueries(organisationQuery), client.invalidateQueries(meQuery)]);
    },
  });
  const { name, stationPath, unknownStations, createdAt } = organisation;
  const facts = (
    <Facts
      of={[
        [t("organisation.path"), <code key="path" className="font-mono text-xs">{stationPath}</code>],
        [t("organisation.since"), Date.parse(createdAt) === 0 ? null : format.date(createdAt)],
      ]}
    />
  );
  if (!may("organisation.write")) {
    return (
      <Facts
        of={[
          [t("organisation.name"), name],
          [t("organisation.unknown"), t(`unknown.${unknownStations ?? "default"}`)],
          [t("organisation.path"), stationPath],
        ]}
      />
    );
  }
  return (
    <div className="flex max-w-md flex-col gap-5">
      <Form
        error={saving.error}
        fields={["name", "unknownStations"]}
        onSend={(value) => {
          saving.mutate({ name: value("name").trim(), unknownStations: unknown.find((each) => each === value("unknownStations")) ?? null });
        }}
        buttons={
          <Button type="submit" look="primary" className="self-start" disabled={saving.isPending}>
            {t("organisation.save")}
          </Button>
        }
      >
        <Field name="name" label={t("organisation.name")} defaultValue={name} required maxLength={100} autoComplete="organization" />
        <Select
          name="unknownStations"
          label={t("organisation.unknown")}
          hint={t("organisation.unknownHint")}
          defaultValue={unknownStations ?? ""}
          choices={[{ value: "", text: t("unknown.default") }, ...unknown.map((value) => ({ value, text: t(`unknown.${value}`) }))]}
        />
      </Form>
      {facts}
    </div>
  );
}

function ServerSettings() {
  const { t } = useTranslation("settings");
  const settings = useQuery(settingsQuery);
  const [search, change] = useSearchState();
  const onlySet = search["set"] === "yes";
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-base font-semibold">{t("server.title")}</h2>
        <p className="text-sm text-muted">{t("server.about")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t("server.search")} value={search["q"] ?? ""} onSearch={(q) => { change({ q: q.trim() }); }} />
        <Narrow
          label={t("server.which")}
          value={onlySet ? "yes" : ""}
          choices={[
            { value: "", text: t("server.all") },
            { value: "yes", text: t("server.onlySet") },
          ]}
          onPick={(set) => { change({ set }); }}
        />
      </div>
      <Answer of={settings}>
        {(all) => {
          const shown = shownSettings(all, search["q"] ?? "", onlySet);
          return shown.length === 0 ? (
            <Nothing icon={SlidersHorizontal} title={t("server.nothing")} />
          ) : (
            <Card>
              <ul className="divide-y divide-line">
                {shown.map((setting) => (
                  <Row key={setting.name} setting={setting} />
                ))}
              </ul>
            </Card>
          );
        }}
      </Answer>
    </section>
  );
}

function Row({ setting }: { setting: Setting }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const { name, value, defaultValue, source, where, description, allowed } = setting;
  return (
    <li className="grid gap-x-5 gap-y-1 px-5 py-3 text-sm md:grid-cols-[1fr_16rem]">
      <div className="min-w-0">
        <p className="font-mono text-xs font-medium">{name}</p>
        <p className="mt-0.5 text-muted" lang="en">
          {description}
        </p>
        <p className="mt-0.5 text-xs text-muted">{t("server.allowed", { allowed })}</p>
      </div>
      <div className="min-w-0">
        <p className="font-mono text-xs font-medium break-all">{value === "" ? format.none : value}</p>
        <p className="mt-0.5 text-xs text-muted">
          {source === "default" ? t("source.default") : t(`source.${source}`, { where: placeOf(where) })}
          {source !== "default" && defaultValue !== "" && <span className="block">{t("server.defaultValue", { value: defaultValue })}</span>}
        </p>
      </div>
    </li>
  );
}
