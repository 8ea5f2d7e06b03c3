import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { passwordHint, PasswordField } from "../ui/PasswordField";
import { Doorway } from "./Doorway";
import { setupQuery } from "./setup";
import { useEnter } from "./useEnter";
import { useSecret } from "./useSecret";

/** The first page of a new server: its first owner. */
export function SetupPage() {
  const { t } = useTranslation("signin");
  const secret = useSecret();
  const setup = useQuery(setupQuery);
  if (setup.data?.needed === false) {
    return (
      <Doorway title={t("setup.already")} about={t("setup.alreadyMore")}>
        <Link to="/sign-in" className="text-sm font-medium text-accent hover:underline">
          {t("signIn")}
        </Link>
      </Doorway>
    );
  }
  return secret === "" ? <LinkNeeded /> : <FirstOwner secret={secret} />;
}

const COMMAND = "./ohmstead admin setup-link";

function LinkNeeded() {
  const { t } = useTranslation("signin");
  return (
    <Doorway title={t("setup.title")} about={t("setup.needed")}>
      <ol className="flex list-decimal flex-col gap-3 pl-5 text-sm">
        <li>
          {t("setup.printed", { words: "set up" })}
        </li>
        <li>
          {t("setup.another")}
          <code className="mt-2 block rounded-lg border border-line bg-ground px-3 py-2 font-mono select-all">{COMMAND}</code>
        </li>
      </ol>
    </Doorway>
  );
}

function FirstOwner({ secret }: { secret: string }) {
  const { t } = useTranslation("signin");
  const enter = useEnter();
  const making = useMutation({
    mutationFn: (owner: { organisation: string; email: string; name: string; password: string }) =>
      answered(api.POST("/api/v1/setup", { body: { ...owner, link: secret, client: "browser" } })),
    onSuccess: () => {
      enter("/");
    },
  });
  return (
    <Doorway title={t("setup.title")} about={t("setup.owner")}>
      <Form
        error={making.error}
        fields={["organisation", "email", "name", "password"]}
        onSend={(value) => {
          making.mutate({
            organisation: value("organisation").trim(),
            email: value("email").trim(),
            name: value("name").trim(),
            password: value("password"),
          });
        }}
        buttons={
          <Button type="submit" look="primary" disabled={making.isPending}>
            {t("setup.become")}
          </Button>
        }
      >
        <Field
          name="organisation"
          label={t("setup.organisation")}
          hint={t("setup.organisationHint")}
          autoComplete="organization"
          maxLength={100}
          autoFocus
        />
        <Field name="email" label={t("email")} type="email" autoComplete="username" required />
        <Field name="name" label={t("name")} autoComplete="name" maxLength={100} required />
        <PasswordField name="password" label={t("password.label")} autoComplete="new-password" hint={t(passwordHint)} />
      </Form>
    </Doorway>
  );
}
