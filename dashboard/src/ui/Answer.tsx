import type { UseQueryResult } from "@tanstack/react-query";
import { RotateCw, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { Button } from "./Button";
import { Card } from "./Card";
import { Nothing } from "./Nothing";
import { Refused } from "./Refused";
import { Waiting } from "./Waiting";

/** What was asked of the server, or where it is: on its way, refused, not allowed, or the server away. */
export function Answer<Data>({ of, waiting, children }: { of: UseQueryResult<Data>; waiting?: ReactNode; children: (data: Data) => ReactNode }) {
  if (of.data !== undefined) {
    return children(of.data); // an older answer is better than none; the frame says that the server is away
  }
  if (of.isError) {
    return <Failed error={of.error} onAgain={() => void of.refetch()} />;
  }
  return waiting ?? <Skeleton />;
}

/** Why there is nothing to show, and what to do. */
export function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { t } = useTranslation("ui");
  if (error instanceof ApiError) {
    return <Refused problem={error.problem} />;
  }
  return (
    <Nothing icon={WifiOff} title={t("unreachable")}>
      {t("unreachableMore")}
      <Button onClick={onAgain}>
        <RotateCw className="size-4" aria-hidden="true" />
        {t("again")}
      </Button>
    </Nothing>
  );
}

/** As many lines as are likely to come. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  return (
    <Card className="flex flex-col gap-4 p-5">
      {Array.from({ length: lines }, (_, line) => (
        <Waiting key={line} className={line % 2 === 0 ? "w-2/3" : "w-1/2"} />
      ))}
    </Card>
  );
}
