import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { meQuery } from "../signin/me";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Section } from "../ui/Section";

export function NameSection({ user, organisation }: { user: Model<"User">; organisation: string | null }) {
  const client = useQueryClient();
  const renaming = useMutation({
    mutationFn: (name: string) => answered(api.PATCH("/api/v1/me", { body: { name } })),
    onSuccess: () => client.invalidateQueries(meQuery),
  });
  return (
    <Section title="Name" about={`${user.role} of ${organisation ?? "the installation"}`}>
      <div className="max-w-sm">
      <Form
        error={renaming.error}
        fields={["name"]}
        onSend={(value) => {
          renaming.mutate(value("name").trim());
        }}
        buttons={
          <Button type="submit" className="self-start" disabled={renaming.isPending}>
            {renaming.isSuccess ? "Saved" : "Save"}
          </Button>
        }
      >
        <Field
          name="name"
          label="What others see"
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
