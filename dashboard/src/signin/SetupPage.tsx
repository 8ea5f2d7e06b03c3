import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
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
  const secret = useSecret();
  const setup = useQuery(setupQuery);
  if (setup.data?.needed === false) {
    return (
      <Doorway title="Set up already" about="This server has an owner. Its link for setting it up counts no more.">
        <Link to="/sign-in" className="text-sm font-medium text-accent hover:underline">
          Sign in
        </Link>
      </Doorway>
    );
  }
  return secret === "" ? <LinkNeeded /> : <FirstOwner secret={secret} />;
}

function LinkNeeded() {
  return (
    <Doorway title="Set up this server" about="It has no owner yet, and takes one only from whoever can read what it prints.">
      <ol className="flex list-decimal flex-col gap-3 pl-5 text-sm">
        <li>
          At its start the server has printed a link, beside the words <code className="font-mono">set up</code>. Open it.
        </li>
        <li>
          The link counts for a day. This makes another one, on the machine of the server:
          <code className="mt-2 block rounded-lg border border-line bg-ground px-3 py-2 font-mono select-all">
            ./ohmstead admin setup-link
          </code>
        </li>
      </ol>
    </Doorway>
  );
}

function FirstOwner({ secret }: { secret: string }) {
  const enter = useEnter();
  const making = useMutation({
    mutationFn: (owner: { organisation: string; email: string; name: string; password: string }) =>
      answered(api.POST("/api/v1/setup", { body: { ...owner, link: secret, client: "browser" } })),
    onSuccess: () => {
      enter("/");
    },
  });
  return (
    <Doorway title="Set up this server" about="You become its first owner, who may do everything and invites the others.">
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
            Become its owner
          </Button>
        }
      >
        <Field
          name="organisation"
          label="Organisation"
          hint="Who runs the stations. It can be changed later."
          autoComplete="organization"
          maxLength={100}
          autoFocus
        />
        <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
        <Field name="name" label="Name" autoComplete="name" maxLength={100} required />
        <PasswordField name="password" label="Password" autoComplete="new-password" hint={passwordHint} />
      </Form>
    </Doorway>
  );
}
