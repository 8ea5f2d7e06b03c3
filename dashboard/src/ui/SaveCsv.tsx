import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { downloadCsv } from "./download";
import { notify } from "./notices";

interface Props {
  path: string;
  query: Record<string, string | number | boolean | undefined>;
  /** Of the file, without its ending. */
  name: string;
}

/** Has all of a list, as it is filtered, kept as a file. */
export function SaveCsv({ path, query, name }: Props) {
  const { t } = useTranslation("ui");
  const saving = useMutation({
    mutationFn: () => downloadCsv(path, query, `${name}.csv`),
    onError: (error) => {
      notify("bad", t("csvFailed"), error.message);
    },
  });
  return (
    <Button
      title={t("csvMore")}
      disabled={saving.isPending}
      onClick={() => {
        saving.mutate();
      }}
    >
      <Download className="size-4" aria-hidden="true" />
      {t("csv")}
    </Button>
  );
}
