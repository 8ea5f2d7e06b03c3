import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
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
        title="No link that counts"
        about={
          whose.error?.message ??
          "The link that leads here is read once, when the page opens. Open it again from where you have got it."
        }
      >
        <Link to="/sign-in" className="text-sm font-medium text-accent hover:underline">
          Sign in
        </Link>
      </Doorway>
    );
  }
  if (whose.data === undefined) {
    return (
      <Doorway title="Choose a password">
        <Waiting className="w-48" />
      </Doorway>
    );
  }
  return <Choose user={whose.data} secret={secret} />;
}

function Choose({ user, secret }: { user: Model<"User">; secret: string }) {
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
      <Doorway title="Sign in" about="The new password counts from now on.">
        <SignInForm to="/" begun={{ email: user.email, password: chosen }} />
      </Doorway>
    );
  }
  return (
    <Doorway
      title={user.invited ? `Welcome, ${user.name}` : "Choose a new password"}
      about={user.invited ? "Choose a password, and you are signed in." : "Whoever is signed in with the old one is out then."}
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
            {user.invited ? "Sign in with it" : "Change the password"}
          </Button>
        }
      >
        <Field name="email" label="E-mail address" value={user.email} readOnly autoComplete="username" className="text-muted" />
        {user.invited && <Field name="name" label="Name" defaultValue={user.name} autoComplete="name" maxLength={100} required />}
        <PasswordField name="password" label="Password" autoComplete="new-password" hint={passwordHint} autoFocus />
      </Form>
    </Doorway>
  );
}
