import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { meQuery } from "../signin/me";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Section } from "../ui/Section";

export function NameSection({ user, organisation }: { user: Model<"User">; organisation: string | null }) {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const renaming = useMutation({
    mutationFn: (name: string) => answered(api.PATCH("/api/v1/me", { body: { name } })),
    onSuccess: () => client.invalidateQueries(meQuery),
  });
  return (
    <Section title={t("name.title")} about={organisation === null ? t("name.ofInstallation", { role: user.role }) : t("name.of", { role: user.role, organisation })}>
      <div className="max-w-sm">
      <Form
        error={renaming.error}
        fields={["name"]}
        onSend={(value) => {
          renaming.mutate(value("name").trim());
        }}
        buttons={
          <Button type="submit" className="self-start" disabled={renaming.isPending}>
            {t(renaming.isSuccess ? "name.saved" : "name.save")}
          </Button>
        }
      >
        <Field
          name="name"
          label={t("name.label")}
          defaultValue={user.name}
          autoComplete="name"
          maxLength={100}
          required
          onChange={() => {
            renaming.reset();
          }}
        />
      </Form>
      </div>
    </Section>
  );
}
