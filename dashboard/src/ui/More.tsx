import { useTranslation } from "react-i18next";
import { Button } from "./Button";

interface Props {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Gets the next page of a list, where there is one. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  const { t } = useTranslation("ui");
  return (
    hasNextPage && (
      <Button className="self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t("more")}
      </Button>
    )
  );
}
