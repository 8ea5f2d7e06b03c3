import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, done } from "../api/client";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { passwordHint, PasswordField } from "../ui/PasswordField";
import { Section } from "../ui/Section";
import { signInsQuery } from "./queries";

export function PasswordSection({ email }: { email: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  return (
    <Section title="Password" about="What you sign in with.">
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Change the password …
      </Button>
      {isChanged && (
        <p role="status" className="mt-2.5 text-sm text-muted">
          It is changed. You are signed in here alone now.
        </p>
      )}
      {isOpen && (
        <ChangePassword
          email={email}
          onClose={(hasChanged) => {
            setOpen(false);
            setChanged(hasChanged);
          }}
        />
      )}
    </Section>
  );
}

function ChangePassword({ email, onClose }: { email: string; onClose: (hasChanged: boolean) => void }) {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) => done(api.PUT("/api/v1/me/password", { body })),
    onSuccess: async () => {
      onClose(true);
      await client.invalidateQueries(signInsQuery);
    },
  });
  const cancel = () => {
    onClose(false);
  };
  return (
    <Dialog title="Change the password" onClose={cancel}>
      <Form
        error={changing.error}
        fields={["currentPassword", "password"]}
        onSend={(value) => {
          changing.mutate({ currentPassword: value("currentPassword"), password: value("password") });
        }}
        buttons={<Buttons action="Change" isRunning={changing.isPending} onCancel={cancel} />}
      >
        {/* So that the browser's own store of passwords knows whose it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField name="currentPassword" label="The one of now" autoComplete="current-password" autoFocus />
        <PasswordField name="password" label="The new one" autoComplete="new-password" hint={passwordHint} />
        <p className="text-sm text-muted">Wherever else you are signed in, you are out then.</p>
      </Form>
    </Dialog>
  );
}
