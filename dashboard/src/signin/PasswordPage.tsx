import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { isCodeNeeded } from "../api/errors";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { passwordHint, PasswordField } from "../ui/PasswordField";
import { Waiting } from "../ui/Waiting";
import { Doorway } from "./Doorway";
import { SignInForm } from "./SignInForm";
import { useEnter } from "./useEnter";
import { useSecret } from "./useSecret";

/** Where a one-time link leads: of an invitation, or for a new password. */
export function PasswordPage() {
  const { t } = useTranslation("signin");
  const secret = useSecret();
  const whose = useQuery({
    queryKey: ["password-link", secret],
    queryFn: ({ signal }) => answered(api.POST("/api/v1/password-link", { body: { link: secret }, signal })),
    enabled: secret !== "",
    // It is the same user until it is used, and each question is a try.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (secret === "" || whose.error !== null) {
    return (
      <Doorway
        title={t("link.none")}
        about={
          whose.error?.message ?? t("link.noneMore")
        }
      >
        <Link to="/sign-in" className="text-sm font-medium text-accent hover:underline">
          {t("signIn")}
        </Link>
      </Doorway>
    );
  }
  if (whose.data === undefined) {
    return (
      <Doorway title={t("password.choose")}>
        <Waiting className="w-48" />
      </Doorway>
    );
  }
  return <Choose user={whose.data} secret={secret} />;
}

function Choose({ user, secret }: { user: Model<"User">; secret: string }) {
  const { t } = useTranslation("signin");
  const enter = useEnter();
  const [chosen, setChosen] = useState<string>();
  const choosing = useMutation({
    mutationFn: (given: { password: string; name?: string }) =>
      answered(api.POST("/api/v1/password", { body: { ...given, link: secret, client: "browser" } })),
    onSuccess: () => {
      enter("/");
    },
    onError: (error, { password }) => {
      if (isCodeNeeded(error)) {
        setChosen(password);
      }
    },
  });
  if (chosen !== undefined) {
    return (
      <Doorway title={t("signIn")} about={t("password.counts")}>
        <SignInForm to="/" begun={{ email: user.email, password: chosen }} />
      </Doorway>
    );
  }
  return (
    <Doorway
      title={user.invited ? t("password.welcome", { name: user.name }) : t("password.chooseNew")}
      about={t(user.invited ? "password.invitedMore" : "password.newMore")}
    >
      <Form
        error={choosing.error}
        fields={["name", "password"]}
        onSend={(value) => {
          const password = value("password");
          choosing.mutate(user.invited ? { password, name: value("name").trim() } : { password });
        }}
        buttons={
          <Button type="submit" look="primary" disabled={choosing.isPending}>
            {t(user.invited ? "password.signInWith" : "password.change")}
          </Button>
        }
      >
        <Field name="email" label={t("email")} value={user.email} readOnly autoComplete="username" className="text-muted" />
        {user.invited && <Field name="name" label={t("name")} defaultValue={user.name} autoComplete="name" maxLength={100} required />}
        <PasswordField name="password" label={t("password.label")} autoComplete="new-password" hint={t(passwordHint)} autoFocus />
      </Form>
    </Doorway>
  );
}
