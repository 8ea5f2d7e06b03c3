import { useQueryClient } from "@tanstack/react-query";
import { answered, api, done, type Model } from "../api/client";
import { Confirm } from "../ui/Confirm";
import { ChangeRole } from "./ChangeRole";
import { Invite } from "./Invite";
import { NewLink } from "./NewLink";
import { usersQuery } from "./queries";

/** What somebody is about to do with users. */
export type Task =
  | { kind: "invitation" }
  | { kind: "role" | "link" | "factor" | "disabling" | "removal"; user: Model<"User"> };

/** Its dialogue. */
export function UserTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const client = useQueryClient();
  const close = () => {
    onClose();
    void client.invalidateQueries(usersQuery);
  };
  if (task.kind === "invitation") {
    return <Invite onClose={close} />;
  }
  const { user } = task;
  const params = { path: { id: user.id } };
  switch (task.kind) {
    case "role":
      return <ChangeRole user={user} onClose={close} />;
    case "link":
      return <NewLink user={user} onClose={close} />;
    case "factor":
      return (
        <Confirm
          title="Take the second factor away"
          action="Take away"
          isDanger
          run={() => answered(api.DELETE("/api/v1/users/{id}/second-factor", { params }))}
          onClose={close}
        >
          {user.name} has lost app and recovery codes? From then on their password alone lets them in, until they set a new one
          up. Make sure that it is them who asks.
        </Confirm>
      );
    case "disabling":
      return (
        <Confirm
          title={user.disabled ? `Let ${user.name} in again` : `Disable ${user.name}`}
          action={user.disabled ? "Let in" : "Disable"}
          isDanger={!user.disabled}
          run={() => answered(api.PATCH("/api/v1/users/{id}", { params, body: { disabled: !user.disabled } }))}
          onClose={close}
        >
          {user.disabled
            ? "They sign in as before, with the role that they had."
            : "They are out at once and cannot sign in, until they are let in again."}
        </Confirm>
      );
    case "removal":
      return (
        <Confirm
          title={`Remove ${user.name}`}
          action="Remove"
          isDanger
          run={() => done(api.DELETE("/api/v1/users/{id}", { params }))}
          onClose={close}
        >
          {user.email} is out at once, for good. What they did stays in the audit log.
        </Confirm>
      );
  }
}
