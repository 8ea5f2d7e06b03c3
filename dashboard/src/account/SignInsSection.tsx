import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, done, type Model } from "../api/client";
import { ApiError } from "../api/errors";
import { forget } from "../signin/forget";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { moment } from "../ui/moment";
import { Section } from "../ui/Section";
import { Waiting } from "../ui/Waiting";
import { agent } from "./agent";
import { signInsQuery } from "./queries";

export function SignInsSection() {
  const signIns = useQuery(signInsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  return (
    <Section title="Signed in" about="Where you are, the one that was used last first.">
      {signIns.error instanceof ApiError && <p role="alert" className="text-sm text-bad">{signIns.error.message}</p>}
      {signIns.isPending && <Waiting className="w-48" />}
      <ul className="-mt-3 divide-y divide-line">
        {signIns.data?.map((signIn) => <SignIn key={signIn.id} signIn={signIn} />)}
      </ul>
      <Button
        className="mt-3"
        onClick={() => {
          setAsked(true);
        }}
      >
        Sign out everywhere …
      </Button>
      {isAsked && (
        <Confirm
          title="Sign out everywhere"
          action="Sign out"
          run={async () => {
            await done(api.POST("/api/v1/sign-out/everywhere"));
            await navigate({ to: "/sign-in" });
            forget(client);
          }}
          onClose={() => {
            setAsked(false);
          }}
        >
          Here and in all other browsers and programs, at once. API keys go on.
        </Confirm>
      )}
    </Section>
  );
}

function SignIn({ signIn }: { signIn: Model<"SignInSession"> }) {
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/me/sign-ins/{id}", { params: { path: { id: signIn.id } } })),
    onSettled: () => client.invalidateQueries(signInsQuery),
  });
  return (
    <li className="flex items-center gap-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <span className="truncate">{agent(signIn.userAgent)}</span>
          {signIn.current && <Badge look="good">This one</Badge>}
          {signIn.client === "program" && <Badge>Program</Badge>}
        </p>
        <p className="mt-0.5 text-sm text-muted">
          {signIn.address ?? "Address unknown"}, used {moment(signIn.usedAt)}, since {moment(signIn.createdAt)}
        </p>
        {ending.error && <p role="alert" className="mt-0.5 text-sm text-bad">{ending.error.message}</p>}
      </div>
      {!signIn.current && (
        <Button
          aria-label={`End ${agent(signIn.userAgent)}`}
          disabled={ending.isPending}
          onClick={() => {
            ending.mutate();
          }}
        >
          End
        </Button>
      )}
    </li>
  );
}
