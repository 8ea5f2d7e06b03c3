import { ApiError } from "../api/errors";
import { notify } from "../ui/notices";

/** Says in the corner why the server did not do it. */
export function notifyFailure(error: Error): void {
  if (error instanceof ApiError) {
    notify("bad", error.problem.title, error.problem.detail);
  } else {
    notify("bad", error.message);
  }
}
