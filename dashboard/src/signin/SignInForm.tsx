import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { answered, api } from "../api/client";
import { ApiError, isCodeNeeded } from "../api/errors";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { PasswordField } from "../ui/PasswordField";
import { useNow } from "../ui/useNow";
import { useEnter } from "./useEnter";

interface Credentials {
  email: string;
  password: string;
  code?: string;
}

interface Props {
  /** Where to go then. */
  to: string;
  /** Who has shown their password already, and needs a code besides. */
  begun?: Credentials;
}

/** E-mail address and password, and the code of the second factor only where the account has one. */
export function SignInForm({ to, begun }: Props) {
  const { t } = useTranslation("signin");
  const enter = useEnter();
  const [known, setKnown] = useState(begun);
  const [closedUntil, setClosedUntil] = useState(0);
  const signing = useMutation({
    mutationFn: (shown: Credentials) =>
      answered(api.POST("/api/v1/sign-in", { body: { ...shown, client: "browser" } })),
    onSuccess: () => {
      enter(to);
    },
    onError: (error, shown) => {
      if (isCodeNeeded(error)) {
        setKnown(shown);
      } else if (error instanceof ApiError && error.problem.retryAfter !== null) {
        setClosedUntil(Date.now() + error.problem.retryAfter * 1000);
      }
    },
  });
  const error = isCodeNeeded(signing.error) ? null : signing.error;
  const send = <Send isRunning={signing.isPending} closedUntil={closedUntil} />;
  if (known !== undefined) {
    return (
      <Form
        key="code"
        error={error}
        fields={["code"]}
        onSend={(value) => {
          signing.mutate({ ...known, code: value("code").replaceAll(" ", "") });
        }}
        buttons={
          <>
            {send}
            <Button
              onClick={() => {
                setKnown(undefined);
                signing.reset();
              }}
            >
              {t("anotherAccount")}
            </Button>
          </>
        }
      >
        <p className="text-sm text-muted">
          {t("passwordRight", { email: known.email })}
        </p>
        <Field
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          className="font-mono tracking-wider"
        />
      </Form>
    );
  }
  return (
    <Form
      error={error}
      fields={["email", "password"]}
      onSend={(value) => {
        signing.mutate({ email: value("email").trim(), password: value("password") });
      }}
      buttons={send}
    >
      <Field name="email" label={t("email")} type="email" autoComplete="username" autoFocus required />
      <PasswordField name="password" label={t("password.label")} autoComplete="current-password" />
    </Form>
  );
}

/** After too many tries it waits as long as the server has said. */
function Send({ isRunning, closedUntil }: { isRunning: boolean; closedUntil: number }) {
  const { t } = useTranslation("signin");
  const format = useFormat();
  const seconds = Math.ceil((closedUntil - useNow()) / 1000);
  return (
    <Button type="submit" look="primary" disabled={isRunning || seconds > 0} className="tabular-nums">
      {seconds > 0 ? t("nextTry", { time: format.duration(seconds) }) : t("signIn")}
    </Button>
  );
}
